"""What the checks of writing find, and what the gate says of its own file."""

from __future__ import annotations

from saraban.messages.message import Message


def _mended(th: str, en: str) -> Message:
    """A slip that is shown as it should be; `build.py check --fix` mends it where that is allowed."""
    return Message(f'{th}: "{{found}}"', 'ควรเป็น "{right}"', f'{en}: "{{found}}"', 'should be "{right}"')


WRITING: dict[str, Message] = {
    'mai-yamok': _mended('ไม้ยมกต้องเว้นวรรคทั้งหน้าและหลัง', 'the repeat sign takes a space before and after'),
    'paiyannoi': _mended(
        'ฯ ติดกับคำหน้า และ ฯลฯ เว้นวรรคหน้า',
        'the sign of a short form is tight to its word, that of etc. stands after a space',
    ),
    'double-space': _mended('เว้นวรรคเกินหนึ่งเคาะ', 'more than one space'),
    'bracket-space': _mended(
        'วงเล็บและเครื่องหมายคำพูดเว้นวรรคข้างนอก ไม่เว้นข้างใน', 'brackets and quotes take a space outside, none inside'
    ),
    'unbalanced': Message(
        'วงเล็บหรือเครื่องหมายคำพูดไม่ครบคู่: "{found}"',
        'เติมอีกข้าง หรือลบออก',
        'a bracket or quotation mark has no other one: "{found}"',
        'add the other one, or take it out',
    ),
    'number-space': _mended('เว้นวรรคระหว่างตัวเลขกับคำข้างเคียง', 'a space parts a number from the word beside it'),
    'range-space': _mended('ช่วงวันและเวลาเว้นวรรคหน้าและหลังยัติภังค์', 'a hyphen between days or hours has spaces'),
    'text-digits': _mended('ข้อความใช้เลขไทย', 'running text has Thai digits'),
    'mixed-digits': _mended('เลขไทยปนกับเลขอารบิกในจำนวนเดียว', 'Thai and Arabic digits in one number'),
    'invisible-character': Message(
        'มีอักขระที่มองไม่เห็นแทรกอยู่: "{found}"',
        'ลบออก หรือสั่ง build.py check --fix',
        'an invisible character stands here: "{found}"',
        'take it out, or run build.py check --fix',
    ),
    'vowel-form': _mended('สระพิมพ์แยกเป็นสองตัวหรือผิดตัว', 'a vowel is typed in parts, or the wrong one'),
    'mark-twice': _mended('สระหรือวรรณยุกต์ซ้ำ', 'a vowel or mark is typed twice'),
    'mark-order': _mended('วรรณยุกต์พิมพ์ก่อนสระ', 'a tone mark is typed before its vowel'),
    'mark-stray': Message(
        'สระหรือวรรณยุกต์ผิดที่: "{found}"',
        'ลบหรือพิมพ์คำนี้ใหม่',
        'a vowel or mark is out of place: "{found}"',
        'type the word again',
    ),
    'look-alike': Message(
        '"{sign}" เป็นตัวอักษรของภาษาอื่นที่หน้าตาคล้ายกัน: "{found}"',
        'พิมพ์คำนี้ใหม่ด้วยแป้นพิมพ์ที่ถูก',
        '"{sign}" is a letter of another script that looks alike: "{found}"',
        'type the word again',
    ),
}

GATE: dict[str, Message] = {
    'unknown-rule': Message(
        'ไม่มีข้อตรวจชื่อ "{name}"', 'หมายถึง {near} หรือไม่', 'there is no rule "{name}"', 'did you mean {near}?'
    ),
    'cannot-accept': Message(
        'ข้อตรวจ "{name}" รับไว้ไม่ได้ เพราะเอกสารจะสร้างไม่ได้',
        'แก้เนื้อหา แล้วลบรายการนี้',
        '"{name}" cannot be accepted: no paper could be made',
        'mend the content and take this entry out',
    ),
    'accepted-unused': Message(
        'ไม่พบสิ่งที่รับไว้ด้วยข้อตรวจ "{name}" แล้ว',
        'ลบรายการนี้ได้',
        'nothing is left of what "{name}" accepts',
        'this entry can go',
    ),
}
