"""What the checks of content find: references, figures, rounds and their recipients."""

from __future__ import annotations

from saraban.messages.message import Message

CHECKS: dict[str, Message] = {
    # references
    'unknown-name': Message(
        'ไม่มีข้อมูลชื่อ "{name}"', 'หมายถึง {near} หรือไม่', 'nothing is named "{name}"', 'did you mean {near}?'
    ),
    'bad-reference': Message(
        'การอ้างข้อมูล "{text}" ไม่ถูกรูป',
        'เขียนเพียงชื่อกับจุด เช่น {{{{ facts.tambons }}}}',
        '"{text}" is no reference',
        'names and dots only, as {{{{ facts.tambons }}}}',
    ),
    'bold-open': Message(
        'ตัวหนาเปิดด้วย ** แล้วไม่ปิด',
        'เติม ** ท้ายคำที่ต้องการให้หนา',
        'bold is opened with ** and never closed',
        'put ** after the bold words',
    ),
    'reference-here': Message(
        'ช่องนี้ใช้การอ้างข้อมูล {{{{ … }}}} ไม่ได้',
        'พิมพ์ข้อความที่จะพิมพ์จริง',
        'no {{{{ … }}}} can stand in this field',
        'write the words themselves',
    ),
    'unknown-round': Message(
        'ไม่มีรุ่นที่ {value} ใน rounds.yaml',
        'มีรุ่นที่ {known}',
        'rounds.yaml has no round {value}',
        'its rounds are {known}',
    ),
    'unknown-column': Message(
        'ไม่รู้จักหัวตาราง "{name}"', 'หมายถึง {near} หรือไม่', 'there is no column "{name}"', 'did you mean {near}?'
    ),
    'missing-column': Message(
        'ตารางขาดคอลัมน์ "{name}"',
        'เพิ่มหัวตารางนี้ในบรรทัดแรก',
        'the column "{name}" is missing',
        'add it to the first line',
    ),
    'row-width': Message(
        'แถวนี้มี {found} ช่อง แต่หัวตารางมี {wanted} ช่อง',
        'เติมหรือลบเครื่องหมายจุลภาคให้ครบ',
        'this row has {found} cells, the heading {wanted}',
        'add or remove commas',
    ),
    'empty-cell': Message('ช่อง "{name}" ว่าง', 'กรอกให้ครบ', 'the cell "{name}" is empty', 'fill it in'),
    'repeated-value': Message(
        '"{value}" ซ้ำกับบรรทัด {line}', 'แก้ให้ไม่ซ้ำกัน', '"{value}" stands on line {line} too', 'make them differ'
    ),
    'unsafe-name': Message(
        '"{value}" ใช้เป็นชื่อไฟล์ไม่ได้',
        'ใช้ตัวอักษรอังกฤษ ตัวเลข และ - เท่านั้น',
        '"{value}" cannot name a file',
        'use a-z, 0-9 and -',
    ),
    'empty-round': Message(
        'รุ่นที่ {value} ไม่มีผู้รับหนังสือ',
        'ใส่เลขรุ่นใน recipients.csv',
        'round {value} has no recipient',
        'give it some in recipients.csv',
    ),
    'round-order': Message('วันสิ้นสุดมาก่อนวันเริ่ม', 'สลับหรือแก้วันที่', 'the round ends before it starts', 'mend the dates'),
    'cycle': Message(
        'การอ้างข้อมูลวนกลับมาที่เดิม', 'แก้ไม่ให้อ้างถึงตัวเอง', 'the reference leads back to itself', 'break the circle'
    ),
    'unknown-fact': Message(
        'ไม่มีตัวเลขชื่อ "{name}" ใน facts.yaml', 'หมายถึง {near} หรือไม่', 'facts.yaml has no "{name}"', 'did you mean {near}?'
    ),
    'fact-not-number': Message(
        '"{name}" ไม่ใช่ตัวเลข จึงคำนวณไม่ได้', 'ใช้ชื่อที่ค่าเป็นตัวเลข', '"{name}" is no number to reckon with', 'name a number'
    ),
    'enclosure-missing': Message(
        'ชุดเอกสารนี้ไม่มีสิ่งที่ส่งมาด้วยชนิด {name}',
        'ลบบรรทัดนี้ หรือเพิ่มเนื้อหาของเอกสารนั้น',
        'the set has no {name} to enclose',
        'take this line out, or give that paper its content',
    ),
    'round-missing': Message(
        '"{name}" ไม่ได้ระบุรุ่น', 'ใส่เลขรุ่นในคอลัมน์ round', '"{name}" has no round', 'give it one in the column `round`'
    ),
    'needs-file': Message(
        'เนื้อหาตรงนี้ต้องใช้ {file} แต่ไม่มีไฟล์นั้น',
        'เพิ่ม {file} หรือเอาส่วนนี้ออก',
        'this needs {file}, which is not there',
        'add {file}, or take this part out',
    ),
}
