"""What reading the content finds: files, YAML, shape, rosters."""

from __future__ import annotations

from saraban.messages.message import Message

CONTENT: dict[str, Message] = {
    # files of content
    'folder-missing': Message(
        'ไม่พบแฟ้มเนื้อหา', 'ตรวจชื่อแฟ้มที่ให้ไว้กับ --content', 'there is no such content folder', 'check --content'
    ),
    'file-missing': Message(
        'ไม่พบไฟล์นี้',
        'สร้างไฟล์นี้ หรือเริ่มจากตัวอย่างด้วย build.py new',
        'this file is missing',
        'write it, or start from the sample that `build.py new` makes',
    ),
    'file-unreadable': Message(
        'เปิดไฟล์ไม่ได้ ({detail})', 'ตรวจสิทธิ์การอ่านไฟล์', 'cannot be read ({detail})', 'check its permissions'
    ),
    'file-too-large': Message(
        'ไฟล์ใหญ่เกินไป ({size} MB)',
        'ไฟล์เนื้อหาต้องไม่เกิน {limit} MB',
        'the file is too large ({size} MB)',
        'content files are at most {limit} MB',
    ),
    'not-utf8': Message(
        'ไฟล์นี้ไม่ได้บันทึกเป็น UTF-8',
        'บันทึกใหม่โดยเลือกการเข้ารหัส UTF-8',
        'the file is not UTF-8',
        'save it again as UTF-8',
    ),
    'unknown-file': Message(
        'ไม่รู้จักไฟล์ชื่อนี้ในแฟ้มเนื้อหา',
        'หมายถึง {near} หรือไม่ ถ้าไม่ใช้แล้วให้ย้ายออก',
        'no content file has this name',
        'did you mean {near}? Else move it away',
    ),
    # YAML
    'yaml-tab': Message(
        'มีแท็บ (Tab) ในย่อหน้าของบรรทัด', 'ใช้เว้นวรรคแทนแท็บ', 'a tab stands where spaces must', 'indent with spaces'
    ),
    'yaml-colon': Message(
        'ข้อความมีเครื่องหมาย ": " จึงอ่านไม่ออก',
        'ครอบข้อความทั้งหมดด้วยเครื่องหมายคำพูด "…"',
        'the text holds ": " and cannot be told from a name',
        'put the whole text in quotes "…"',
    ),
    'yaml-mark': Message(
        'ข้อความขึ้นต้นด้วยเครื่องหมายที่ต้องอยู่ในเครื่องหมายคำพูด',
        'ครอบข้อความทั้งหมดด้วยเครื่องหมายคำพูด "…"',
        'a text that begins with this mark must stand in quotes',
        'put the whole text in quotes "…"',
    ),
    'yaml-indent': Message(
        'ย่อหน้าของบรรทัดไม่ตรงกับบรรทัดข้างเคียง',
        'จัดให้ขึ้นต้นตรงกับรายการเดียวกันข้างบน',
        'the line is not indented as its neighbours are',
        'line it up with the entry above',
    ),
    'yaml-broken': Message(
        'อ่านไฟล์นี้ไม่ออกตั้งแต่ตรงนี้ ({detail})',
        'ตรวจเครื่องหมายคำพูด วงเล็บ และย่อหน้าแถวนี้',
        'the file cannot be read from here on ({detail})',
        'check quotes, brackets and indents near here',
    ),
    'yaml-alias': Message(
        'ไม่รองรับการอ้างข้ามด้วย & และ *',
        'พิมพ์ข้อความซ้ำตรง ๆ หรือครอบด้วยเครื่องหมายคำพูด',
        'anchors (&) and aliases (*) are not used here',
        'write the text itself, or put it in quotes',
    ),
    'yaml-deep': Message(
        'รายการซ้อนกันลึกเกินไป', 'ซ้อนได้ไม่เกิน {limit} ชั้น', 'entries are nested too deep', 'at most {limit} levels'
    ),
    'repeated-key': Message(
        'มี "{name}" ซ้ำกันในรายการเดียว',
        'ลบให้เหลือที่เดียว (อีกแห่งอยู่บรรทัด {line})',
        '"{name}" is written twice',
        'keep one of them (the other is on line {line})',
    ),
    # shape
    'unknown-key': Message(
        'ไม่รู้จักช่อง "{name}"', 'หมายถึง {near} หรือไม่', 'there is no field "{name}"', 'did you mean {near}?'
    ),
    'missing-key': Message(
        'ขาดช่อง "{name}"',
        'เพิ่มบรรทัด {name}: ในรายการนี้',
        'the field "{name}" is missing',
        'add a line {name}: to this entry',
    ),
    'wrong-type': Message(
        'ค่าตรงนี้ไม่ใช่{wanted_th}',
        'แก้ให้เป็น{wanted_th} ตามตัวอย่างใน docs/content.md',
        'this is not {wanted}',
        'write {wanted}; docs/content.md shows how',
    ),
    'wrong-number': Message(
        '"{value}" ไม่ใช่จำนวนเต็ม',
        'พิมพ์เป็นตัวเลขล้วน เช่น 1158',
        '"{value}" is not a whole number',
        'write plain digits, as 1158',
    ),
    'wrong-date': Message(
        '"{value}" ไม่ใช่วันที่ที่มีจริง',
        'พิมพ์เป็น ปี-เดือน-วัน เช่น 2563-11-26',
        '"{value}" is no date',
        'write year-month-day, as 2020-11-26 or 2563-11-26',
    ),
    'wrong-time': Message(
        '"{value}" ไม่ใช่เวลา', 'พิมพ์เป็น ชั่วโมง:นาที เช่น 08:30', '"{value}" is no time of day', 'write it as 08:30'
    ),
    'wrong-choice': Message('"{value}" ใช้ไม่ได้ตรงนี้', 'ใช้ได้: {known}', '"{value}" cannot stand here', 'one of: {known}'),
    'wrong-value': Message(
        'ค่าตรงนี้ใช้ไม่ได้ ({detail})',
        'แก้ตามตัวอย่างใน docs/content.md',
        'this value cannot be used ({detail})',
        'docs/content.md shows the form',
    ),
    'one-of': Message(
        'รายการนี้ต้องมีอย่างใดอย่างหนึ่งเพียงอย่างเดียว: {known}',
        'แยกเป็นคนละรายการ',
        'exactly one of these: {known}',
        'make each an entry of its own',
    ),
    'bad-key': Message(
        '"{value}" ใช้เป็นชื่ออ้างอิงไม่ได้',
        'ใช้ตัวอักษรอังกฤษเล็ก ตัวเลข และ _ หรือ - เท่านั้น',
        '"{value}" cannot be a reference name',
        'use a-z, 0-9, _ and -',
    ),
}
