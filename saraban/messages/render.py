"""What can be wrong with templates, layout, fonts, and while rendering; what the command line refuses."""

from __future__ import annotations

from saraban.messages.message import Message

RENDER: dict[str, Message] = {
    # usage
    'only-with-pages': Message(
        'ตรวจเฉพาะ "{names}" ได้เมื่อวัดหน้ากระดาษเท่านั้น',
        'เพิ่ม --pages หรือตรวจเนื้อหาทั้งหมดโดยไม่ระบุรายการ',
        '"{names}" can be picked only where pages are measured',
        'add --pages, or check all content without names',
    ),
    'unknown-kind': Message(
        'ไม่รู้จักชนิดเอกสาร "{name}"', 'ใช้ได้: {known}', 'there is no kind of paper "{name}"', 'known kinds: {known}'
    ),
    'unknown-paper': Message(
        'ไม่มีเอกสารชื่อ "{name}" ในชุดนี้', 'ที่ใกล้เคียง: {near}', 'no paper is named "{name}"', 'nearest: {near}'
    ),
    'folder-not-empty': Message('แฟ้มนี้มีไฟล์อยู่แล้ว', 'เลือกชื่อแฟ้มใหม่', 'this folder is not empty', 'choose a new one'),
    # templates, layout, fonts
    'template-missing': Message('ไม่พบแม่แบบนี้', 'นำไฟล์แม่แบบกลับมาไว้ที่เดิม', 'this template is missing', 'put it back'),
    'template-broken': Message(
        'แม่แบบเสีย: {detail}',
        'แก้แม่แบบตรงนี้ หรือนำฉบับเดิมกลับมา',
        'the template is broken: {detail}',
        'mend it here, or bring back the former one',
    ),
    'template-no-body': Message(
        'แม่แบบไม่มีที่วางเนื้อความ',
        'ใส่ย่อหน้า {{{{p body }}}} ตรงที่เนื้อความต้องอยู่',
        'the template has no place for the body',
        'add a paragraph {{{{p body }}}}',
    ),
    'template-unknown-name': Message(
        'แม่แบบอ้างชื่อ "{name}" ซึ่งไม่มี',
        'ตรวจตัวสะกดของชื่อในแม่แบบ',
        'the template names "{name}", which there is not',
        'check its spelling',
    ),
    'template-words': Message(
        'แม่แบบมีถ้อยคำที่จะพิมพ์ออกมา: "{words}"',
        'ย้ายถ้อยคำไปไว้ในแฟ้มเนื้อหา',
        'the template holds words that print: "{words}"',
        'words belong in the content folder',
    ),
    'font-not-font': Message(
        'ไฟล์นี้ไม่ใช่แบบอักษร ({detail})',
        'ใช้ไฟล์ .ttf หรือ .otf ของแบบอักษรจริง',
        'this is no font ({detail})',
        'use a real .ttf or .otf file',
    ),
    'font-not-thai': Message(
        'แบบอักษรนี้ไม่มีตัวอักษรไทยครบ ({detail})',
        'ใช้แบบอักษรไทย เช่น TH SarabunPSK',
        'the font lacks Thai letters ({detail})',
        'use a Thai font, as TH SarabunPSK',
    ),
    'font-missing': Message(
        'ขาดไฟล์แบบอักษร ({detail})',
        'นำไฟล์กลับมาไว้ใน fonts/',
        'a font file is missing ({detail})',
        'put it back into fonts/',
    ),
    'font-same-face': Message(
        'มีแบบอักษรลักษณะเดียวกันสองไฟล์ (อีกไฟล์คือ {detail})',
        'เก็บไว้เพียงไฟล์เดียว',
        'two files have this face (the other is {detail})',
        'keep one of them',
    ),
    'emblem-twice': Message(
        'มีตราครุฑของหน่วยงานสองไฟล์ (อีกไฟล์คือ {detail})',
        'เก็บไว้เพียงไฟล์เดียว',
        'there are two emblems (the other is {detail})',
        'keep one of them',
    ),
    'emblem-broken': Message(
        'ไฟล์ตราครุฑใช้ไม่ได้ ({detail})',
        'ใช้ไฟล์ .svg หรือ .png ที่เปิดดูได้',
        'the emblem cannot be used ({detail})',
        'use an .svg or .png that opens',
    ),
    # rendering
    'engine-said': Message(
        'ตัวจัดหน้าเตือนว่า {detail}',
        'แก้แม่แบบหรือ style.css',
        'the page engine says: {detail}',
        'mend the template or style.css',
    ),
    'glyph-missing': Message(
        'ไม่มีแบบอักษรใดมีอักขระ {letters}',
        'ลบหรือเปลี่ยนอักขระนี้ในเนื้อหา',
        'no font has the character {letters}',
        'take it out of the content, or use another',
    ),
    'engine-missing': Message(
        'ระบบจัดหน้าใช้งานไม่ได้: {detail}',
        'สั่ง make เพื่อติดตั้งส่วนที่ขาด',
        'the page engine cannot be used: {detail}',
        'run `make` to install what is missing',
    ),
    'output-outside': Message(
        'แฟ้มย่อยนี้เป็นทางลัดออกนอกแฟ้มผลลัพธ์ จึงไม่เขียน',
        'ลบทางลัดออก แล้วสร้างใหม่',
        'a link on the way leads out of the output folder, so nothing is written',
        'take the link away and build again',
    ),
    'output-unwritable': Message(
        'เขียนลงแฟ้มนี้ไม่ได้ ({detail})',
        'ตรวจที่ว่างและสิทธิ์ของแฟ้ม',
        'cannot be written ({detail})',
        'check space and permissions',
    ),
}
