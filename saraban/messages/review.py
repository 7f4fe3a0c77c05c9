"""What a comparison of two versions says: its help, its findings, and what blocks and fields are called."""

from __future__ import annotations

from saraban.messages.message import Language, Message

# What a block is called, by its class.
BLOCKS: dict[str, dict[Language, str]] = {
    'Title': {'th': 'ชื่อเรื่อง', 'en': 'title'},
    'Heading': {'th': 'หัวข้อ', 'en': 'heading'},
    'Paragraph': {'th': 'ย่อหน้า', 'en': 'paragraph'},
    'Item': {'th': 'ข้อ', 'en': 'item'},
    'Counts': {'th': 'รายการจำนวน', 'en': 'counts'},
    'Table': {'th': 'ตาราง', 'en': 'table'},
    'Letterhead': {'th': 'หัวหนังสือ', 'en': 'letterhead'},
    'Field': {'th': 'ส่วนหัว', 'en': 'field'},
    'Enclosures': {'th': 'สิ่งที่ส่งมาด้วย', 'en': 'enclosures'},
    'Signature': {'th': 'ลงนาม', 'en': 'signature'},
    'Signatories': {'th': 'ผู้ลงนาม', 'en': 'signatures'},
    'Owner': {'th': 'ส่วนราชการเจ้าของเรื่อง', 'en': 'owner'},
    'CopyTo': {'th': 'สำเนาส่ง', 'en': 'copies'},
    'MemoLine': {'th': 'หัวบันทึก', 'en': 'memo head'},
    'OrderRoom': {'th': 'ที่สั่งการ', 'en': 'order'},
    'Envelope': {'th': 'ซอง', 'en': 'envelope'},
    'Labels': {'th': 'ป้ายชื่อ', 'en': 'labels'},
}

# What a field of a block is called, where its name says more than the block's.
FIELDS: dict[str, dict[Language, str]] = {
    'number': {'th': 'เลขที่', 'en': 'number'},
    'date': {'th': 'วันที่', 'en': 'date'},
    'agency': {'th': 'ส่วนราชการ', 'en': 'agency'},
    'closing': {'th': 'คำลงท้าย', 'en': 'closing'},
    'quantity': {'th': 'จำนวน', 'en': 'quantity'},
    'value': {'th': 'จำนวน', 'en': 'count'},
    'columns': {'th': 'หัวตาราง', 'en': 'headings'},
}

REVIEW: dict[str, Message] = {
    'format-without-output': Message(
        '--format บอกรูปแบบของผลที่จะเก็บ แต่ไม่ได้ระบุแฟ้มที่จะเก็บผล',
        'เพิ่ม --output เช่น --output output/review หรือเอา --format ออกเพื่อดูผลบนจอ',
        '--format says in which form the result is kept, but no folder is named for it',
        'add --output, as --output output/review, or leave --format out to see the result here',
    ),
    'review-into-file': Message(
        'ชื่อที่ระบุด้วย --output เป็นชื่อของไฟล์ที่มีอยู่แล้ว ไม่ใช่แฟ้ม',
        'ระบุแฟ้มที่จะเก็บผล เช่น --output output/review',
        'what --output names is a file that is there, not a folder',
        'name a folder for the result, as --output output/review',
    ),
    'review-into-content': Message(
        'แฟ้มนี้เก็บเนื้อหา (มี {file}) จึงไม่เขียนผลการเปรียบเทียบลงไป',
        'ระบุแฟ้มอื่นที่จะเก็บผล เช่น --output output/review',
        'this folder holds content ({file}), so no result is written into it',
        'name another folder for the result, as --output output/review',
    ),
    'review-into-built': Message(
        'แฟ้มนี้เก็บเอกสารที่สร้างแล้ว (มี {file}) จึงไม่เขียนผลการเปรียบเทียบปนลงไป',
        'ระบุแฟ้มอื่นที่จะเก็บผล เช่น แฟ้มย่อย review',
        'this folder holds built papers ({file}), so no result is written among them',
        'name another folder for the result, a folder review inside it, say',
    ),
    'review-over-file': Message(
        'มีไฟล์หรือแฟ้มชื่อนี้อยู่แล้ว และการเปรียบเทียบครั้งก่อนไม่ได้เขียนไว้ จึงไม่เขียนทับ',
        'ย้ายหรือเปลี่ยนชื่อไฟล์นี้ หรือระบุแฟ้มอื่นด้วย --output',
        'this is there already and was not written by the last comparison, so it is not written over',
        'move or rename it, or name another folder with --output',
    ),
    'file-not-of-only': Message(
        'ไฟล์นี้ไม่คล้ายเอกสารใดที่ระบุด้วย --only ({named}) แต่คล้าย {likest}',
        'เอา --only ออก หรือระบุ --only {likest}',
        'this file is like none of the papers that --only names ({named}), but like {likest}',
        'leave --only out, or say --only {likest}',
    ),
    'file-of-no-one': Message(
        '--only ที่ระบุหมายถึงหลายเอกสาร ({named}) และไฟล์นี้ไม่คล้ายเอกสารใดในนั้น',
        'ระบุชื่อเต็มของเอกสารเดียวที่จะเทียบ เช่น --only {first}',
        'what --only names is several papers ({named}), and this file is like none of them',
        'give the whole name of the one paper to compare it with, as --only {first}',
    ),
    'nothing-to-compare': Message(
        'สิ่งที่ระบุไม่ใช่แฟ้มเนื้อหา แฟ้มเอกสารที่สร้างแล้ว ไฟล์ DOCX หรือ PDF',
        'ระบุแฟ้มที่มี project.yaml แฟ้มที่มี manifest.json ไฟล์ .docx หรือ .pdf หรือรุ่นใน git เช่น HEAD~1',
        'this is neither a content folder, a folder of built papers, a DOCX nor a PDF',
        'name a folder with project.yaml or manifest.json, a .docx or .pdf file, or a revision such as HEAD~1',
    ),
    'no-such-version': Message(
        'ไม่มีแฟ้มหรือไฟล์นี้ และ {folder} ไม่ได้อยู่ใน git จึงไม่มีรุ่นก่อน',
        'ตรวจตัวสะกดของชื่อแฟ้มหรือไฟล์',
        'there is no such folder or file, and {folder} is not kept in git, so it has no revisions',
        'check the spelling of the folder or file',
    ),
    'no-such-revision': Message(
        'ไม่มีแฟ้ม ไฟล์ หรือรุ่นใน git ชื่อนี้',
        'ดูชื่อรุ่นด้วย git log หรือ git tag และตรวจตัวสะกด',
        'there is no folder, file or git revision of this name',
        'see `git log` or `git tag`, and check the spelling',
    ),
    'revision-without': Message(
        'รุ่นนี้ไม่มีแฟ้ม {folder}',
        'ตรวจว่าบันทึกแฟ้มนี้ลง git แล้วในรุ่นนั้น หรือระบุแฟ้มด้วย --content',
        'this revision has no folder {folder}',
        'check that it was committed by then, or name the folder with --content',
    ),
    'revision-submodule': Message(
        'แฟ้ม {folder} เป็นของ git อื่น (submodule) เนื้อหาไม่ได้อยู่ในรุ่นนี้',
        'เปรียบเทียบจากแฟ้มของ git นั้น หรือระบุแฟ้มเนื้อหาสองแฟ้ม',
        'the folder {folder} belongs to another repository (a submodule); this revision does not hold it',
        'compare inside that repository, or name two content folders',
    ),
    'revision-too-large': Message(
        'แฟ้ม {folder} ของรุ่นนี้ใหญ่เกินกว่าจะเป็นเนื้อหา ({files} ไฟล์ {size} MB)',
        'ระบุแฟ้มเนื้อหาด้วย --content',
        'the folder {folder} of this revision is too large for content ({files} files, {size} MB)',
        'name the content folder with --content',
    ),
    'git-missing': Message(
        'ไม่พบโปรแกรม git ในเครื่อง จึงอ่านรุ่นก่อนไม่ได้',
        'ติดตั้ง git หรือระบุแฟ้มเนื้อหาสองแฟ้ม',
        'there is no git on this machine, so no revision can be read',
        'install git, or name two content folders',
    ),
    'git-failed': Message(
        'git อ่านรุ่นนี้ไม่ได้: {detail}',
        'ตรวจแฟ้มด้วย git status แล้วสั่งใหม่',
        'git cannot read this revision: {detail}',
        'check the folder with `git status`, then try again',
    ),
    'file-no-paper': Message(
        'ไฟล์นี้ไม่คล้ายเอกสารใดใน {version}',
        'ระบุว่าเทียบกับเอกสารใดด้วย --only เช่น --only proposal',
        'this file is like no paper of {version}',
        'say with --only which paper it is a version of, as --only proposal',
    ),
    'docx-locked': Message(
        'ไฟล์ Word นี้ตั้งรหัสผ่านไว้ จึงอ่านไม่ได้',
        'เปิดด้วย Word แล้วเอารหัสผ่านออก (ข้อมูล > ป้องกันเอกสาร) บันทึก แล้วสั่งใหม่',
        'this Word file has a password, so it cannot be read',
        'open it in Word, take the password off (Info > Protect Document), save it, and try again',
    ),
    'docx-old': Message(
        'ไฟล์นี้เป็น Word รุ่นเก่า (.doc)',
        'เปิดด้วย Word แล้วบันทึกเป็น .docx',
        'this is a file of an old Word (.doc)',
        'open it in Word and save it as .docx',
    ),
    'docx-broken': Message(
        'ไฟล์ Word นี้ชำรุด อ่านไม่ได้',
        'เปิดด้วย Word ให้ซ่อมไฟล์แล้วบันทึกใหม่ หรือขอไฟล์จากผู้ส่งอีกครั้ง',
        'this Word file is broken and cannot be read',
        'let Word repair it and save it again, or ask its sender for another copy',
    ),
    'docx-swollen': Message(
        'ข้อมูลภายในไฟล์นี้มีขนาดใหญ่ผิดปกติ (เกิน {limit} MB) จึงไม่อ่าน',
        'ตรวจที่มาของไฟล์ เปิดด้วย Word แล้วบันทึกใหม่',
        'what this file holds is far too large (over {limit} MB), so it is not read',
        'check where it comes from; open it in Word and save it again',
    ),
    'not-docx': Message(
        'ไฟล์นี้ไม่ใช่เอกสาร Word (.docx)',
        'ตรวจชนิดของไฟล์ หรือเปิดด้วยโปรแกรมของไฟล์นั้นแล้วบันทึกเป็น .docx หรือ PDF',
        'this is no Word document (.docx)',
        'check what it is, or open it in its own program and save it as .docx or PDF',
    ),
    'pdf-locked': Message(
        'PDF นี้ตั้งรหัสผ่านไว้ จึงอ่านไม่ได้',
        'ขอไฟล์ที่ไม่มีรหัสผ่าน',
        'this PDF has a password, so it cannot be read',
        'ask for one without a password',
    ),
    'pdf-broken': Message(
        'PDF นี้ชำรุด อ่านไม่ได้',
        'ขอไฟล์จากผู้ส่งอีกครั้ง',
        'this PDF is broken and cannot be read',
        'ask its sender for another copy',
    ),
    'pdf-before': Message(
        'PDF นี้สร้างไว้ก่อนแก้ {docx} จึงไม่ตรงกัน',
        'บันทึก {docx} เป็น PDF ทับไฟล์นี้ หรือสร้างเอกสารใหม่',
        'this PDF was made before {docx} was edited, and says something else',
        'save {docx} as PDF over this file, or build the papers again',
    ),
    'pdf-too-long': Message(
        'PDF นี้ยาวเกิน {limit} หน้า',
        'แยกเฉพาะหน้าที่จะเปรียบเทียบ',
        'this PDF has more than {limit} pages',
        'take out the pages that are to be compared',
    ),
    'pdf-no-words': Message(
        'PDF นี้ไม่มีตัวอักษร มีแต่ภาพของหน้า (สแกน)',
        'ใช้ไฟล์ที่บันทึกจากโปรแกรม ไม่ใช่จากเครื่องสแกน',
        'this PDF holds no words, only pictures of pages (a scan)',
        'use a file that was saved by a program, not by a scanner',
    ),
    'manifest-broken': Message(
        'รายการเอกสารในแฟ้มนี้อ่านไม่ได้',
        'สร้างเอกสารใหม่ หรือเปรียบเทียบไฟล์ทีละคู่',
        'the list of papers in this folder cannot be read',
        'build the papers again, or compare two files',
    ),
}

HELP: dict[str, dict[Language, str]] = {
    'diff': {
        'th': 'เปรียบเทียบสองรุ่น: คำใดเปลี่ยนในเอกสารใด (รหัสจบ 0 = เหมือนเดิม 1 = มีที่เปลี่ยน)',
        'en': 'Compares two versions: which words changed in which papers (exit code 0: the same, 1: different).',
    },
    'diff-old': {
        'th': 'รุ่นเดิม: แฟ้มเนื้อหา รุ่นใน git (HEAD~1) แฟ้มเอกสารที่สร้างแล้ว หรือไฟล์ DOCX/PDF',
        'en': 'the old version: a content folder, a git revision (HEAD~1), a folder of built papers, a DOCX or PDF',
    },
    'diff-new': {'th': 'รุ่นใหม่ ระบุได้เหมือนรุ่นเดิม', 'en': 'the new version, named in the same ways'},
    'diff-output': {
        'th': 'แฟ้มที่จะเก็บผล (ไม่ระบุ = แสดงบนจอเท่านั้น)',
        'en': 'the folder for the result (only shown here without it)',
    },
    'diff-format': {'th': 'รูปแบบของผล: {writers} (ไม่ระบุ = ทุกแบบ)', 'en': 'forms of the result: {writers} (all without it)'},
    'diff-author': {'th': 'ชื่อผู้แก้ในเอกสาร Word', 'en': 'the name that changes bear in Word'},
    'diff-date': {'th': 'วันที่ที่ลงในรายการแก้ เช่น 2563-11-01', 'en': 'the date that changes bear, as 2020-11-01'},
    'words': {
        'th': 'แสดงถ้อยคำของไฟล์ DOCX หรือ PDF บรรทัดละวลี (สำหรับ git diff ดู docs/review.md)',
        'en': 'Shows the words of a DOCX or PDF, a phrase a line (for git diff, see docs/review.md).',
    },
    'words-file': {'th': 'ไฟล์ DOCX หรือ PDF', 'en': 'a DOCX or PDF file'},
    'stat': {'th': 'แสดงเฉพาะจำนวนคำของแต่ละเอกสาร', 'en': 'show how many words changed in each paper, and nothing else'},
    'json': {'th': 'แสดงผลเป็น JSON', 'en': 'tell the result as JSON'},
}  # fmt: skip

SAYINGS: dict[str, dict[Language, str]] = {
    'diff-same': {'th': 'เหมือนเดิมทุกเอกสาร ({papers} เอกสาร)', 'en': 'all {papers} papers are the same'},
    'diff-counts': {
        'th': 'เปลี่ยน {changed} เอกสาร ({words} คำ) เหมือนเดิม {same} เอกสาร',
        'en': '{changed} papers changed ({words} words), {same} are the same',
    },
    'diff-words': {'th': '{count} คำ', 'en': '{count} words'},
    'diff-one-word': {'th': '1 คำ', 'en': '1 word'},
    'diff-others': {'th': 'และอีก {count} เอกสารที่เปลี่ยนเหมือนกัน:', 'en': 'and {count} more papers with the same change:'},
    'diff-new-paper': {'th': 'เอกสารใหม่', 'en': 'new paper'},
    'diff-gone-paper': {'th': 'ไม่มีเอกสารนี้แล้ว', 'en': 'gone'},
    'diff-new-papers': {'th': '{count} ฉบับใหม่ ({names})', 'en': '{count} new papers ({names})'},
    'diff-gone-papers': {'th': '{count} ฉบับที่ไม่มีแล้ว ({names})', 'en': '{count} papers are gone ({names})'},
    'diff-was': {'th': 'เดิม {path}', 'en': 'was {path}'},
    'diff-moves': {'th': 'ย้าย {count} แห่ง', 'en': '{count} moved'},
    'diff-moved-here': {'th': 'ย้ายมาจาก {section}: {words}', 'en': 'moved here from {section}: {words}'},
    'diff-moved-away': {'th': 'ย้ายไป {section}: {words}', 'en': 'moved to {section}: {words}'},
    'diff-moved-here-within': {'th': 'ย้ายมา เดิม{place}: {words}', 'en': 'moved here, was {place}: {words}'},
    'diff-moved-away-within': {'th': 'ย้ายไป{place}: {words}', 'en': 'moved away, is {place}: {words}'},
    'diff-split': {'th': 'แยกเป็น {count} ส่วน', 'en': 'split in {count}'},
    'diff-joined': {'th': 'รวมจาก {count} ส่วน', 'en': 'joined from {count}'},
    'diff-added': {'th': 'เพิ่ม', 'en': 'put in'},
    'diff-removed': {'th': 'ตัดออก', 'en': 'taken out'},
    'diff-renumbered': {'th': 'เลขข้อเลื่อนตาม: {shifts}', 'en': 'numbers that follow: {shifts}'},
    'diff-renumbered-rows': {'th': 'ลำดับเลื่อนตาม: {shifts}', 'en': 'row numbers that follow: {shifts}'},
    'diff-shift': {'th': '{old} เป็น {new}', 'en': '{old} became {new}'},
    'diff-style': {'th': 'รูปแบบเปลี่ยน', 'en': 'another style'},
    'diff-title': {'th': 'การแก้ไขจาก {old} เป็น {new}', 'en': 'What changed from {old} to {new}'},
    'diff-more': {'th': 'และอีก {count} แห่ง', 'en': 'and {count} more'},
    'diff-causes': {'th': 'ที่มาของการแก้ไขในแฟ้มเนื้อหา', 'en': 'causes in the content'},
    'cause-moved': {'th': 'ย้ายมาจาก {place}', 'en': 'moved from {place}'},
    'cause-style': {'th': 'เปลี่ยนเฉพาะรูปแบบตัวอักษร', 'en': 'another style alone'},
    'cause-space': {'th': 'เปลี่ยนเฉพาะช่องว่าง', 'en': 'white space alone'},
    'cause-unseen': {'th': 'เปลี่ยนเฉพาะอักขระที่มองไม่เห็น', 'en': 'characters that are not seen alone'},
    'cause-order': {'th': 'ลำดับผู้รับเปลี่ยน', 'en': 'recipients in another order'},
    'cause-many': {'th': 'แก้ไข {count} ค่า', 'en': '{count} values'},
    'diff-unseen': {
        'th': 'เปรียบเทียบข้อความครบแล้ว แต่เอกสารข้างต้นไม่มีภาพหน้าและเลขหน้า',
        'en': 'all words were compared; the papers above are shown without pictures and page numbers',
    },
    'diff-left-out': {
        'th': 'ข้างต้นคือสิ่งที่จัดหน้าไม่ได้ ({count} ข้อ) ไฟล์อื่นเขียนครบแล้ว',
        'en': 'the papers above could not be set ({count} findings); all other files are written',
    },
    'diff-written': {'th': 'เขียน {count} ไฟล์ไว้ใน {folder}/', 'en': 'wrote {count} files to {folder}/'},
}  # fmt: skip
