"""What the checks of finished pages find. Lengths in cm, sizes in pt, as the rules give them."""

from __future__ import annotations

from saraban.messages.message import Message

PAGES: dict[str, Message] = {
    'words-differ': Message(
        'หน้า {page} ข้อความในไฟล์ไม่ตรงกับเนื้อหา: ควรเป็น "{expected}" แต่พบ "{found}"',
        'ตรวจแม่แบบว่าวางข้อความครบและตามลำดับ',
        'page {page}: the file says "{found}" where the content says "{expected}"',
        'check that the template places every block, in order',
    ),
    'font-not-embedded': Message(
        'แบบอักษร {face} ไม่ได้ฝังอยู่ในไฟล์',
        'ตรวจแบบอักษรใน fonts/',
        'the font {face} is not embedded',
        'check the fonts in fonts/',
    ),
    'font-foreign': Message(
        'หน้า {page} มีตัวอักษรที่แบบอักษรของระบบไม่มี: "{found}" (ใช้ {face} แทน)',
        'ใช้อักขระอื่นแทน หรือใช้แบบอักษรที่มีอักขระนี้',
        'page {page}: "{found}" is not in the text face ({face} was taken)',
        'use another character, or a font that has it',
    ),
    'outside-page': Message(
        'หน้า {page} ข้อความล้นออกนอกกระดาษ: "{found}"',
        'ตัดข้อความให้สั้นลง หรือขยายคอลัมน์ใน layout.yaml',
        'page {page}: text leaves the sheet: "{found}"',
        'shorten it, or widen its column in layout.yaml',
    ),
    'outside-margins': Message(
        'หน้า {page} ข้อความล้ำขอบกระดาษ {by} ซม.: "{found}"',
        'ตัดข้อความให้สั้นลง หรือขยายคอลัมน์ใน layout.yaml',
        'page {page}: text is {by} cm past a margin: "{found}"',
        'shorten it, or widen its column in layout.yaml',
    ),
    'lines-overlap': Message(
        'หน้า {page} ข้อความทับกัน: "{found}" กับ "{other}"',
        'ตรวจระยะในแม่แบบและ layout.yaml',
        'page {page}: "{found}" overlaps "{other}"',
        'check the spacings of the template and layout.yaml',
    ),
    'letters-overlap': Message(
        'หน้า {page} ตัวอักษรซ้อนกัน: "{found}"',
        'ตรวจแบบอักษร และขนาดใน layout.yaml',
        'page {page}: letters overlap in "{found}"',
        'check the font, and the sizes of layout.yaml',
    ),
    'wrong-size': Message(
        'หน้า {page} ขนาดตัวอักษรเป็น {measured} พอยต์ ควรเป็น {expected}: "{found}"',
        'ตรวจ style.css และแม่แบบ',
        'page {page}: type of {measured} pt where {expected} is due: "{found}"',
        'check style.css and the template',
    ),
    'wrong-place': Message(
        'หน้า {page} {what_th} อยู่ที่ {measured} ซม. ควรอยู่ที่ {expected} ซม.: "{found}"',
        'ตรวจแม่แบบและ layout.yaml',
        'page {page}: {what} at {measured} cm, due at {expected} cm: "{found}"',
        'check the template and layout.yaml',
    ),
    'wrong-order': Message(
        'หน้า {page} ลำดับของส่วนต่าง ๆ ไม่ถูกต้อง: "{found}" อยู่เหนือ "{other}"',
        'เรียงส่วนต่าง ๆ ในแม่แบบตามแบบของระเบียบ',
        'page {page}: "{found}" stands above "{other}"',
        'put the fields in the order of the form',
    ),
    'wrong-spacing': Message(
        'หน้า {page} ระยะก่อนย่อหน้าเป็น {measured} พอยต์ ควรเป็น {expected}: "{found}"',
        'ตรวจ style.css และ layout.yaml',
        'page {page}: {measured} pt before the paragraph, {expected} are due: "{found}"',
        'check style.css and layout.yaml',
    ),
    'emblem-wrong': Message(
        'ตราครุฑ {what_th} {measured} ซม. ควรเป็น {expected} ซม.',
        'ตรวจแม่แบบและ layout.yaml',
        'the emblem: {what} {measured} cm, {expected} cm is due',
        'check the template and layout.yaml',
    ),
    'emblem-missing': Message('ไม่มีตราครุฑบนหน้าแรก', 'ตรวจแม่แบบ', 'the first page has no emblem', 'check the template'),
    'page-number-wrong': Message(
        'หน้า {page} เลขหน้าเป็น "{found}" ควรเป็น "{expected}"',
        'ตรวจ @page ใน style.css',
        'page {page}: the page number is "{found}", "{expected}" is due',
        'check @page in style.css',
    ),
    'catchword-wrong': Message(
        'หน้า {page} คำต่อเนื่องเป็น "{found}" ควรเป็น "{expected}"',
        'ตรวจแม่แบบ furniture.html',
        'page {page}: the catchword is "{found}", "{expected}" is due',
        'check furniture.html',
    ),
    'stamp-missing': Message(
        'หน้า {page} มีเครื่องหมาย "{stamp}" {measured} แห่ง ควรมี {expected} แห่ง',
        'ตรวจแม่แบบ furniture.html',
        'page {page}: "{stamp}" stands {measured} times, {expected} are due',
        'check furniture.html',
    ),
    'heading-alone': Message(
        'หน้า {page} หัวข้อ "{found}" อยู่ท้ายหน้าโดยไม่มีข้อความตาม',
        'ย่อข้อความก่อนหน้า หรือตรวจ keep_next ใน layout.yaml',
        'page {page}: the heading "{found}" stands last on its page',
        'shorten the text before it, or check keep_next in layout.yaml',
    ),
    'closing-alone': Message(
        'หน้า {page} เหนือคำลงท้ายมีข้อความเพียง {measured} บรรทัด (ต้องมีอย่างน้อย ๒)',
        'ย่อข้อความย่อหน้าท้าย ๆ',
        'page {page}: only {measured} lines of text above the closing (two are due)',
        'shorten the last paragraphs',
    ),
    'signature-split': Message(
        'คำลงท้าย ลายมือชื่อ และตำแหน่งอยู่คนละหน้า',
        'ย่อข้อความ หรือตรวจแม่แบบ',
        'closing, signature and position are on different pages',
        'shorten the text, or check the template',
    ),
    'left-over': Message(
        'หน้า {page} มีเครื่องหมายที่หลงเหลือ "{found}"',
        'แก้ข้อความในเนื้อหา',
        'page {page}: "{found}" is left over',
        'mend the content',
    ),
    'arabic-digits': Message(
        'หน้า {page} มีเลขอารบิกในข้อความ: "{found}"',
        'พิมพ์เป็นเลขไทย (เว้นแต่ในที่อยู่เว็บ อีเมล และชื่อเฉพาะ)',
        'page {page}: Arabic digits in running text: "{found}"',
        'use Thai digits (save in addresses and names)',
    ),
    'bad-line-start': Message(
        'หน้า {page} บรรทัดขึ้นต้นด้วย "{mark}": "{found}"',
        'ตรวจวรรคก่อนเครื่องหมายในเนื้อหา',
        'page {page}: a line begins with "{mark}": "{found}"',
        'check the space before it in the content',
    ),
    'empty-page': Message('หน้า {page} ว่างเปล่า', 'ตรวจแม่แบบ', 'page {page} is empty', 'check the template'),
    'docx-words-differ': Message(
        'ข้อความในไฟล์ Word ไม่ตรงกับเนื้อหา: ควรเป็น "{expected}" แต่พบ "{found}"',
        'ตรวจแม่แบบ Word',
        'the DOCX says "{found}" where the content says "{expected}"',
        'check the Word template',
    ),
    'docx-wrong-measure': Message(
        'ไฟล์ Word {what_th} {measured} ควรเป็น {expected}',
        'ตรวจแม่แบบ Word',
        'the DOCX: {what} {measured}, {expected} is due',
        'check the Word template',
    ),
    'docx-wrong-form': Message(
        'ไฟล์ Word {what_th} {measured} ควรเป็น {expected}: "{found}"',
        'ตรวจแม่แบบ Word และ layout.yaml',
        'the DOCX: {what} {measured}, {expected} is due: "{found}"',
        'check the Word template and layout.yaml',
    ),
    'docx-keep-lost': Message(
        'ไฟล์ Word ไม่ได้กำหนดให้อยู่หน้าเดียวกับข้อความถัดไป: "{found}"',
        'ตรวจแม่แบบ Word และ keep_next ใน layout.yaml',
        'the DOCX does not keep this with what follows: "{found}"',
        'check the Word template and keep_next in layout.yaml',
    ),
    'docx-row-splits': Message(
        'ไฟล์ Word ยอมให้แถวของตารางแยกคนละหน้า: "{found}"',
        'ตรวจแม่แบบ Word',
        'the DOCX lets a page split a row: "{found}"',
        'check the Word template',
    ),
    'docx-header-lost': Message(
        'ไฟล์ Word ไม่ได้กำหนดให้หัวตารางซ้ำทุกหน้า: "{found}"',
        'ตรวจแม่แบบ Word',
        'the DOCX does not repeat the header row: "{found}"',
        'check the Word template',
    ),
    'docx-emblem-missing': Message(
        'ไฟล์ Word ไม่มีตราครุฑบนหน้าแรก หรือมีบนหน้าอื่น',
        'ตรวจหัวกระดาษของแม่แบบ Word',
        'the DOCX has no emblem on its first page, or one on others',
        'check the heads of the Word template',
    ),
    'docx-emblem-wrong': Message(
        'ตราครุฑในไฟล์ Word {what_th} {measured} ควรเป็น {expected}',
        'ตรวจหัวกระดาษของแม่แบบ Word และ layout.yaml',
        "the DOCX's emblem: {what} {measured}, {expected} is due",
        'check the heads of the Word template and layout.yaml',
    ),
    'docx-page-number-wrong': Message(
        'เลขหน้าในไฟล์ Word เป็น "{found}" ควรเป็น "{expected}"',
        'ตรวจหัวกระดาษของแม่แบบ Word',
        'the DOCX\'s page number is "{found}", "{expected}" is due',
        'check the heads of the Word template',
    ),
    'docx-stamp-missing': Message(
        'ไฟล์ Word มีเครื่องหมาย "{stamp}" ที่หัวและท้ายกระดาษ {measured} แห่ง ควรมี {expected} แห่ง',
        'ตรวจหัวกระดาษและท้ายกระดาษของแม่แบบ Word',
        'the DOCX has "{stamp}" {measured} times in heads and feet, {expected} are due',
        'check the heads and feet of the Word template',
    ),
}
