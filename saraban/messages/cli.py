"""Help texts of the commands that read and build, and what their runs say when nothing is wrong."""

from __future__ import annotations

from saraban.messages.message import Language

# By the key that stands in the command line's rooms.
HELP: dict[str, dict[Language, str]] = {
    'app': {
        'th': 'สร้างเอกสารราชการจากแฟ้มเนื้อหา เป็น PDF และ DOCX สั่งโดยไม่ระบุคำสั่งย่อย = สร้างทั้งหมด',
        'en': 'Builds official papers from a content folder, as PDF and DOCX. Without a subcommand it builds all of them.',
    },
    'build': {
        'th': 'สร้างเอกสาร ทั้งหมดหรือเฉพาะชนิดและรายการที่ระบุ',
        'en': 'Builds papers: all, or the kinds and names that are given.',
    },
    'list': {
        'th': 'แสดงว่าจะสร้างเอกสารใดจากไฟล์ใด หรือ (--blanks) ช่องใดยังว่าง',
        'en': 'Shows what would be built from which files, or (--blanks) what is still open.',
    },
    'check': {
        'th': 'ตรวจแฟ้มเนื้อหาโดยไม่สร้างเอกสาร (--pages วัดหน้ากระดาษด้วย)',
        'en': 'Checks the content folder and builds nothing (--pages measures the pages too).',
    },
    'pages': {
        'th': 'จัดหน้าทุกเอกสาร (หรือชนิดและรายการที่ระบุ) แล้ววัดตามระเบียบ โดยไม่เขียนไฟล์ใด',
        'en': 'set every paper (or the kinds and names that are given), measure its pages, write no file',
    },
    'schema': {
        'th': 'เขียนรูปแบบของไฟล์เนื้อหา (JSON Schema) ให้โปรแกรมแก้ข้อความช่วยเติมและตรวจขณะพิมพ์',
        'en': "Writes the content files' JSON Schema, by which an editor completes and checks while one types.",
    },
    'schema-folder': {'th': 'แฟ้มที่จะเก็บรูปแบบ', 'en': 'the folder for the schemas'},
    'check-format': {'th': 'text, json หรือ sarif (ไม่ระบุ = text)', 'en': 'text, json or sarif (text without it)'},
    'strict': {'th': 'ให้ข้อควรตรวจมีผลเหมือนข้อที่ต้องแก้ (รหัสจบ 6)', 'en': 'warnings fail the check too (exit code 6)'},
    'spelling': {'th': 'ตรวจคำกับพจนานุกรมด้วย (ไม่เกินสิบข้อ)', 'en': 'look words up in the dictionary too (ten notes at most)'},
    'fix': {
        'th': 'แก้ในไฟล์ให้เลยเฉพาะที่ถูกได้อย่างเดียว: วรรค ไม้ยมก เลขไทย สระและวรรณยุกต์',
        'en': 'mend in place what has one right answer: spaces, repeat signs, digits, marks',
    },
    'new': {
        'th': 'สร้างแฟ้มเนื้อหาตัวอย่างขนาดเล็กไว้เริ่มโครงการใหม่',
        'en': 'Makes a small content folder to start a project from.',
    },
    'number': {
        'th': 'กรอกเลขที่หนังสือลงในตารางผู้รับ (CSV หรือ Excel) ให้ผู้รับที่ยังไม่มี ตามลำดับในตาราง เลขที่มีแล้วไม่เปลี่ยน',
        'en': 'Writes letter numbers into the roster (CSV or Excel) for those that have none, in its order; none is ever changed.',
    },
    'from': {'th': 'เลขแรก เช่น 1590', 'en': 'the first number, as 1590'},
    'kinds': {'th': 'ชนิดเอกสาร: {kinds}', 'en': 'kinds of paper: {kinds}'},
    'only': {
        'th': 'เฉพาะรายการนี้ (ซ้ำได้): ชื่อไฟล์ เช่น TH-18-chai-nat หรือชื่อไทย เช่น ชัยนาท',
        'en': 'only this paper (repeatable): a file stem such as TH-18-chai-nat, or a Thai name',
    },
    'format': {'th': 'pdf หรือ docx (ไม่ระบุ = ทั้งสองแบบ)', 'en': 'pdf or docx (both without it)'},
    'date': {
        'th': 'วันที่ที่พิมพ์ในหนังสือซึ่งยังไม่ได้ลงวันที่ และในคุณสมบัติของไฟล์ เช่น 2563-11-01',
        'en': 'the date of letters that have none in content, and of the files\' properties, as 2020-11-01',
    },
    'jobs': {'th': 'จำนวนงานที่ทำพร้อมกัน (ไม่ระบุ = เท่าจำนวนหน่วยประมวลผล)', 'en': 'worker processes (all cores without it)'},
    'blanks': {'th': 'แสดงเฉพาะช่องที่ยังว่าง', 'en': 'show what is still open'},
    'content': {'th': 'แฟ้มเนื้อหา', 'en': 'the content folder'},
    'output': {'th': 'แฟ้มที่จะเก็บเอกสาร', 'en': 'the folder for the papers'},
    'lang': {'th': 'ภาษาของข้อความ: th หรือ en', 'en': 'language of messages: th or en'},
    'quiet': {'th': 'แสดงเฉพาะข้อผิดพลาด', 'en': 'say nothing but errors'},
    'verbose': {'th': 'แสดงทุกไฟล์ที่สร้าง', 'en': 'name every file'},
    'folder': {'th': 'แฟ้มใหม่', 'en': 'the new folder'},
    'Show this message and exit.': {'th': 'แสดงข้อความนี้', 'en': 'show this message'},
}  # fmt: skip

# The titles of the help's panels.
PANELS: dict[str, dict[Language, str]] = {
    'OPTIONS_PANEL_TITLE': {'th': 'ตัวเลือก', 'en': 'Options'},
    'ARGUMENTS_PANEL_TITLE': {'th': 'สิ่งที่ระบุ', 'en': 'Arguments'},
    'COMMANDS_PANEL_TITLE': {'th': 'คำสั่งย่อย', 'en': 'Commands'},
    'ERRORS_PANEL_TITLE': {'th': 'ต้องแก้', 'en': 'Error'},
}

# What a run says when nothing is wrong.
SAYINGS: dict[str, dict[Language, str]] = {
    'progress': {'th': 'กำลังสร้างเอกสาร', 'en': 'building papers'},
    'progress-line': {'th': 'สร้างแล้ว {done} จาก {total} เอกสาร', 'en': '{done} of {total} papers'},
    'progress-waits': {
        'th': 'มีงานอื่นกำลังสร้างเอกสารลงแฟ้มเดียวกัน จึงรอให้งานนั้นเสร็จก่อน (Ctrl-C = เลิก)',
        'en': 'papers are being built into the same folder; waiting for that to end (Ctrl-C to give up)',
    },
    'built': {
        'th': 'สร้าง {files} ไฟล์ ({papers} เอกสาร) ไว้ใน {output} ใช้เวลา {seconds} วินาที',
        'en': 'wrote {files} files ({papers} papers) to {output} in {seconds} s',
    },
    'measured': {
        'th': 'จัดหน้าและวัด {papers} เอกสาร ({files} ไฟล์) โดยไม่ได้เขียนไฟล์ใด',
        'en': 'set and measured {papers} papers ({files} files), wrote none',
    },
    'measured-file': {'th': 'วัดแล้ว {file}', 'en': 'measured {file}'},
    'reused': {'th': 'ใช้ {reused} ไฟล์ที่ทำเสร็จไว้แล้วจากครั้งก่อน', 'en': 'took {reused} files that an earlier run had finished'},
    'removed': {'th': 'ลบไฟล์ที่ไม่ใช้แล้ว: {file}', 'en': 'took away {file}, which is no longer made'},
    'blanks': {'th': 'ช่องที่ยังว่าง {count} แห่ง:', 'en': 'still open: {count}'},
    'blank-line': {'th': '  {place}  {labels}', 'en': '  {place}  {labels}'},
    'no-blanks': {'th': 'ไม่มีช่องว่างเหลืออยู่', 'en': 'nothing is left open'},
    'nothing-wrong': {'th': 'ตรวจแล้ว ไม่พบข้อผิดพลาด', 'en': 'nothing is wrong'},
    'numbered': {
        'th': 'กรอกเลขที่หนังสือแล้ว {count} ฉบับ ({first} - {last}) ใน {file}',
        'en': 'numbered {count} letters ({first} to {last}) in {file}',
    },
    'numbered-none': {'th': 'ผู้รับทุกรายมีเลขที่หนังสือแล้ว', 'en': 'every recipient has a number already'},
    'group': {'th': '{file}: {level} {count} ข้อ', 'en': '{file}: {count} × {level}'},
    'counts': {
        'th': 'รวม ต้องแก้ {error} ข้อ ควรตรวจ {warning} ข้อ ข้อสังเกต {note} ข้อ',
        'en': 'in all: {error} errors, {warning} warnings, {note} notes',
    },
    'accepted': {'th': 'รับไว้แล้ว: {what} [{rule}]\n  เหตุผล: {reason}', 'en': 'accepted: {what} [{rule}]\n  reason: {reason}'},
    'more': {'th': 'และอีก {count} ข้อ ดูทั้งหมดด้วย build.py check', 'en': 'and {count} more: build.py check shows them all'},
    'mended': {'th': 'แก้แล้ว {file}', 'en': 'mended {file}'},
    'nothing-to-mend': {'th': 'ไม่มีที่ต้องแก้ให้', 'en': 'there is nothing to mend'},
    'schema-written': {
        'th': 'เขียนรูปแบบ {count} ไฟล์ไว้ใน {folder}/\nใส่ไว้บรรทัดแรกของไฟล์เนื้อหา เช่น rounds.yaml: # yaml-language-server: $schema={folder}/rounds.json',
        'en': 'wrote {count} schemas to {folder}/\nfirst line of a content file, say rounds.yaml: # yaml-language-server: $schema={folder}/rounds.json',
    },
    'untouched': {'th': 'ยังไม่ได้เปลี่ยนเอกสารใด (พบ {count} ข้อ)', 'en': 'no paper was changed ({count} findings)'},
    'new': {
        'th': 'สร้างแฟ้มเนื้อหาไว้ใน {folder} แล้ว\nแก้ไฟล์ในแฟ้มนั้น แล้วสั่ง: {python} build.py --content {folder} --output {output}',
        'en': 'made {folder}\nedit its files, then: {python} build.py --content {folder} --output {output}',
    },
    'list-line': {'th': '{kind:<15} {path:<42} {recipient}', 'en': '{kind:<15} {path:<42} {recipient}'},
    'list-sources': {'th': '{kind}: จาก {sources}', 'en': '{kind}: from {sources}'},
    'list-count': {'th': 'รวม {papers} เอกสาร', 'en': '{papers} papers'},
    'stopped': {'th': 'หยุดตามคำสั่ง ยังไม่ได้เปลี่ยนเอกสารใด งานที่เสร็จแล้วจะนำมาใช้ในครั้งต่อไป', 'en': 'stopped; no paper was changed, finished ones are kept for the next run'},
    'bug': {
        'th': 'โปรแกรมขัดข้อง: {detail}\n  → แจ้งผู้ดูแลพร้อมข้อความนี้ (สั่งซ้ำด้วย -v เพื่อดูรายละเอียด) · ยังไม่ได้เปลี่ยนเอกสารใด',
        'en': 'the program failed: {detail}\n  → report this (run it again with -v for more); no paper was changed',
    },
    # The same of a comparison, which changes no paper.
    'diff-unwritten': {'th': 'ยังไม่ได้เขียนผลการเปรียบเทียบ (พบ {count} ข้อ)', 'en': 'no result was written ({count} findings)'},
    'diff-stopped': {'th': 'หยุดตามคำสั่ง', 'en': 'stopped'},
    'diff-bug': {
        'th': 'โปรแกรมขัดข้อง: {detail}\n  → แจ้งผู้ดูแลพร้อมข้อความนี้ (สั่งซ้ำด้วย -v เพื่อดูรายละเอียด)',
        'en': 'the program failed: {detail}\n  → report this (run it again with -v for more)',
    },
}  # fmt: skip
