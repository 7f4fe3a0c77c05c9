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
    'not-a-file': Message(
        'ชื่อนี้ไม่ใช่ไฟล์ธรรมดา',
        'วางไฟล์จริงไว้ในแฟ้มเนื้อหา',
        'this is no ordinary file',
        'put the file itself into the content folder',
    ),
    'file-outside': Message(
        'ไฟล์นี้เป็นทางลัดไปยังไฟล์นอกแฟ้มเนื้อหา จึงไม่อ่าน',
        'คัดลอกไฟล์จริงมาไว้ในแฟ้มเนื้อหา',
        'this is a link to a file outside the content folder, which is not read',
        'copy the file itself into the content folder',
    ),
    'file-empty': Message(
        'ไฟล์นี้ว่าง ไม่มีเนื้อหา',
        'กรอกเนื้อหา หรือถ้าไม่ใช้ให้ลบไฟล์ออก',
        'the file holds nothing',
        'write its content, or take the file away',
    ),
    'not-text': Message(
        'ไฟล์นี้ไม่ใช่ไฟล์ข้อความ (อาจเป็นไฟล์ Word, Excel หรือรูปภาพที่เปลี่ยนชื่อ)',
        'ใช้ไฟล์ข้อความที่บันทึกเป็น UTF-8',
        'this is no text file (a Word or Excel file or a picture under another name?)',
        'use a text file saved as UTF-8',
    ),
    'control-character': Message(
        'มีอักขระควบคุมที่มองไม่เห็น ({code}) ซึ่งใส่ในเอกสารไม่ได้',
        'ลบอักขระนั้น ถ้ามองไม่เห็นให้ลบข้อความช่วงนี้แล้วพิมพ์ใหม่',
        'a control character ({code}) that no document can hold',
        'delete it; if you cannot see it, type this part again',
    ),
    'hidden-line-break': Message(
        'มีรหัสขึ้นบรรทัดใหม่ที่มองไม่เห็น ({code}) มักติดมาจากการคัดลอกจาก Word',
        'ลบแล้วเว้นวรรคหรือขึ้นบรรทัดใหม่ตามปกติ',
        'a hidden line break ({code}), as text copied from Word brings along',
        'delete it, and put a space or a new line there',
    ),
    'more-faults': Message(
        'มีที่ต้องแก้เกิน {limit} แห่ง จึงแสดงเพียงเท่านี้',
        'แก้ตามที่แสดงแล้วตรวจใหม่',
        'there are more than {limit} faults; the rest are not shown',
        'mend these and check again',
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
        'อ่านไฟล์นี้ไม่ออกตั้งแต่ตรงนี้',
        'ตรวจเครื่องหมายคำพูด วงเล็บ และย่อหน้าแถวนี้',
        'the file cannot be read from here on',
        'check quotes, brackets and indents near here',
    ),
    'yaml-quote': Message(
        'เครื่องหมายคำพูดที่เปิดตรงนี้ไม่มีตัวปิด',
        'ใส่เครื่องหมายคำพูดปิดท้ายข้อความ',
        'the quote that opens here is never closed',
        'close it at the end of the text',
    ),
    'yaml-bracket': Message(
        'วงเล็บที่เปิดตรงนี้ไม่มีตัวปิด หรือข้างในขาดเครื่องหมายจุลภาค',
        'ปิดวงเล็บ และคั่นรายการข้างในด้วยจุลภาค',
        'the bracket that opens here is never closed, or a comma is missing in it',
        'close it, and put commas between its entries',
    ),
    'yaml-escape': Message(
        'เครื่องหมาย \\ ในเครื่องหมายคำพูด "…" ตามด้วยรหัสที่ไม่มีความหมาย',
        "ลบ \\ หรือใช้เครื่องหมายคำพูดเดี่ยว '…' แทน",
        'a \\ between quotes "…" is followed by what means nothing',
        "take it out, or use single quotes '…'",
    ),
    'yaml-dash': Message(
        'เครื่องหมาย - ที่เริ่มรายการต้องขึ้นบรรทัดใหม่',
        'ขึ้นบรรทัดใหม่ก่อน - หรือครอบข้อความด้วยเครื่องหมายคำพูด "…"',
        'the - of a list must begin a line of its own',
        'begin a new line before it, or put the text in quotes "…"',
    ),
    'yaml-documents': Message(
        'ไฟล์นี้มีเนื้อหามากกว่าหนึ่งชุด (คั่นด้วย --- หรือ ...)',
        'รวมเป็นชุดเดียวโดยลบเส้นคั่น หรือลบชุดที่ไม่ใช้',
        'the file holds more than one set of content (parted by --- or ...)',
        'take out the line that parts them, or the set that is not used',
    ),
    'yaml-many': Message(
        'ไฟล์นี้มีรายการมากเกินไป (เกิน {limit})',
        'เก็บตารางยาวไว้ใน recipients.csv หรือ recipients.xlsx',
        'the file has too many entries (over {limit})',
        'keep long tables in recipients.csv or recipients.xlsx',
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
    'wrong-length': Message(
        'ตรงนี้มี {found} รายการ แต่ต้องมี {wanted} รายการ',
        'เติมหรือลบให้ครบ',
        'there are {found} entries here, and {wanted} are wanted',
        'add what is missing or take out what is too much',
    ),
    'too-small': Message('"{value}" น้อยเกินไป', 'ใช้ตั้งแต่ {least} ขึ้นไป', '"{value}" is too small', 'at least {least}'),
    'wrong-value': Message(
        'ค่าตรงนี้ใช้ไม่ได้',
        'แก้ตามตัวอย่างใน docs/content.md',
        'this value cannot be used',
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
    # sizes
    'text-too-long': Message(
        'ข้อความนี้ยาวเกินไป ({found} ตัวอักษร)',
        'ข้อความหนึ่งยาวได้ไม่เกิน {limit} ตัวอักษร แบ่งเป็นหลายย่อหน้า',
        'this text is too long ({found} letters)',
        'at most {limit}; make several paragraphs of it',
    ),
    'figure-too-large': Message(
        'ตัวเลขนี้หรือผลที่คำนวณได้เกิน {limit}',
        'ตรวจว่าพิมพ์เลขเกินหรือไม่',
        'this figure, or what it comes to, is beyond {limit}',
        'is there a digit too many?',
    ),
    'round-too-long': Message(
        'รุ่นนี้ยาว {days} วัน',
        'ตรวจปีของวันเริ่มและวันสิ้นสุด (ไม่เกิน {limit} วัน)',
        'the round lasts {days} days',
        'check the years of its first and last day (at most {limit} days)',
    ),
    'too-many-people': Message(
        'จำนวนคนของผู้รับรายเดียวเกิน {limit} คน',
        'ตรวจว่าพิมพ์เลขเกินหรือไม่',
        'one recipient would send more than {limit} people',
        'is there a digit too many?',
    ),
}
