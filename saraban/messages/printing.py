"""What the print room says: choosing letters, printing them, sending them, reading a register back."""

from __future__ import annotations

from saraban.messages.message import Language, Message

PRINTING: dict[str, Message] = {
    'wrong-url': Message(
        'ที่อยู่เว็บ "{value}" ใช้ทำ QR ไม่ได้', 'เขียนเป็น https://… อักษรอังกฤษและตัวเลข ไม่มีเว้นวรรค ไม่เกิน ๒๐๐ ตัวอักษร',
        'the web address "{value}" cannot be made a QR code', 'write https://…, in ASCII without spaces, of 200 letters at most',
    ),
    'no-such-value': Message(
        'ไม่มี{what} "{value}" ในเนื้อหา', 'ใกล้เคียง: {near}',
        'there is no {what} "{value}" in the content', 'near: {near}',
    ),
    'no-such-column': Message(
        'ตารางผู้รับไม่มีคอลัมน์ "{column}"', 'ใกล้เคียง: {near} (คอลัมน์อื่นของตารางให้ระบุชื่อไว้ใน columns ของ audience.yaml)',
        'the roster has no column "{column}"', 'near: {near} (further columns are named under columns in audience.yaml)',
    ),
    'wrong-where': Message(
        '--where "{value}" อ่านไม่ออก', 'เขียนเป็น คอลัมน์=ค่า เช่น --where สังกัด=กรมการปกครอง',
        '--where "{value}" cannot be read', 'write column=value',
    ),
    'nothing-chosen': Message(
        'ไม่มีเอกสารใดตรงกับที่เลือกครบทุกข้อ', 'ลดเงื่อนไขที่เลือกลง แล้วสั่งอีกครั้ง',
        'no paper is all that was asked for', 'ask for less at once',
    ),
    'nothing-changed': Message(
        'ไม่มีเอกสารใดเปลี่ยนจากที่พิมพ์ครั้งก่อน', 'ไม่ต้องพิมพ์ใหม่ · ถ้าต้องการพิมพ์ซ้ำ สั่งโดยไม่ใส่ --changed-since',
        'no paper has changed since it was printed', 'nothing needs printing; leave out --changed-since to print all the same',
    ),
    'no-manifest': Message(
        'ไฟล์นี้ไม่ใช่บันทึกของการพิมพ์หรือการสร้างครั้งก่อน หรืออ่านไม่ได้', 'ระบุไฟล์ manifest.json ในแฟ้มของชุดพิมพ์ครั้งก่อน',
        'this is no manifest of an earlier print run or build, or cannot be read', "name the manifest.json in the earlier package's folder",
    ),
    'no-email': Message(
        '{name} ไม่มีที่อยู่ไปรษณีย์อิเล็กทรอนิกส์', 'กรอกในคอลัมน์ อีเมล ของตารางผู้รับ (เช่น saraban@…) หรือส่งทางไปรษณีย์',
        '{name} has no e-mail address', "fill in the roster's column email (saraban@…), or send by post",
    ),
    'wrong-email': Message(
        'ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ของ{name} "{value}" ไม่ถูกรูป', 'แก้ในตารางผู้รับเป็นที่อยู่เดียวแบบ saraban@…',
        'the e-mail address of {name}, "{value}", is malformed', 'write one address, as saraban@…, in the roster',
    ),
    'same-email': Message(
        '{name} และ {other} ใช้ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์เดียวกัน ({value})', 'ตรวจว่าไม่ได้คัดลอกมาผิดแถว',
        '{name} and {other} have one e-mail address ({value})', 'make sure that no row was copied by mistake',
    ),
}  # fmt: skip

HELP: dict[str, dict[Language, str]] = {
    'print': {
        'th': 'ทำชุดพิมพ์ไว้ใน print/ ของแฟ้มเอกสาร: หนังสือกับสิ่งที่ส่งมาด้วยเรียงตามลำดับพิมพ์ สำเนา ซอง ป้าย ทะเบียนคุม และ ZIP รายรุ่น',
        'en': 'Makes a print package under print/ of the output folder: letters with enclosures in print order, copies, envelopes, labels, the control register, a ZIP a round.',
    },
    'send-package': {
        'th': 'ทำชุดส่งทางไปรษณีย์อิเล็กทรอนิกส์ไว้ใน send/ ของแฟ้มเอกสาร: PDF รายผู้รับและตาราง CSV (ไม่มีการส่งใด ๆ)',
        'en': 'Makes an e-mail package under send/ of the output folder: a PDF a recipient and a CSV. Nothing is sent.',
    },
    'round': {'th': 'เฉพาะรุ่นนี้ (ซ้ำได้) เช่น 1 หรือ ๑', 'en': 'only this round (repeatable)'},
    'region': {'th': 'เฉพาะรุ่นของภาคนี้ (ซ้ำได้) เช่น ภาคกลาง', 'en': 'only rounds of this region (repeatable)'},
    'province': {'th': 'เฉพาะจังหวัดนี้ (ซ้ำได้)', 'en': 'only this province (repeatable)'},
    'where': {
        'th': 'เฉพาะผู้รับที่คอลัมน์ของตารางมีค่านี้ (ซ้ำได้) เช่น สังกัด=กรมการปกครอง',
        'en': 'only recipients whose column of the roster has this value (repeatable): column=value',
    },
    'order': {
        'th': 'ลำดับ: listed ตามตาราง, region ตามภาค, postal ตามรหัสไปรษณีย์',
        'en': 'order: listed as in the roster, region, or postal by post code',
    },
    'enclosures': {
        'th': 'สิ่งที่ส่งมาด้วยอยู่ต่อท้ายหนังสือแต่ละฉบับ (after) หรือแยกไฟล์ (apart)',
        'en': 'enclosures after each letter, or apart in a file of their own',
    },
    'changed-since': {
        'th': 'พิมพ์เฉพาะที่เปลี่ยนจากครั้งก่อน ตาม manifest.json ของชุดพิมพ์นั้น (ซ้ำได้ ไฟล์หลังใหม่กว่า)',
        'en': 'only what has changed since the print run of this manifest.json (repeatable, later ones stand)',
    },
}  # fmt: skip

SAYINGS: dict[str, dict[Language, str]] = {
    'print-file': {
        'th': '  {file}  {pages} หน้า {sheets} แผ่น {sides}',
        'en': '  {file}  {pages} pages, {sheets} sheets, {sides}',
    },
    'print-other': {'th': '  {file}', 'en': '  {file}'},
    'print-sides-1': {'th': 'พิมพ์หน้าเดียว', 'en': 'one side'},
    'print-sides-2': {'th': 'พิมพ์สองหน้า พลิกด้านยาว', 'en': 'both sides, long edge'},
    'print-drafts': {
        'th': 'หนังสือ {count} ฉบับยังเป็นร่าง มีคำว่า ร่าง ทุกหน้า',
        'en': '{count} letters are drafts still and say so on every page',
    },
    'print-prints': {'th': '  {name}: พิมพ์ {prints} ชุด', 'en': '  {name}: print {prints} of it'},
    'printed': {
        'th': 'ชุดพิมพ์ {letters} ฉบับ {files} ไฟล์ ({sheets} แผ่น) อยู่ใน {folder}/ ใช้เวลา {seconds} วินาที',
        'en': 'a print package of {letters} papers in {files} files ({sheets} sheets) is in {folder}/, {seconds} s',
    },
    'mailed': {
        'th': 'ชุดส่ง {letters} ฉบับอยู่ใน {folder}/ (ยังไม่ได้ส่ง) ที่อยู่และชื่อไฟล์แนบอยู่ใน {table} ใช้เวลา {seconds} วินาที',
        'en': 'a package of {letters} letters is in {folder}/ (nothing was sent), its table in {table}; {seconds} s',
    },
    'mailed-without': {
        'th': 'ผู้รับ {count} รายยังไม่มีที่อยู่ไปรษณีย์อิเล็กทรอนิกส์',
        'en': '{count} recipients have no e-mail address',
    },
}  # fmt: skip
