"""What the checks of letters, memos and changes find."""

from __future__ import annotations

from saraban.messages.message import Message

FORMS: dict[str, Message] = {
    'wrong-pair': Message(
        '"{salutation} … {closing}" ไม่ใช่คู่ที่ใช้กับ{addressee}',
        'ใช้ {right_salutation} … {right_closing} หรือเว้นว่างไว้ให้ระบบใส่ตามตำแหน่ง',
        '"{salutation} … {closing}" is not the pair that {addressee} is written to with',
        'write {right_salutation} … {right_closing}, or leave both empty',
    ),
    'circular-names-recipient': Message(
        'หนังสือเวียนต้องมีข้อความเดียวกันทุกผู้รับ แต่ข้อความนี้ออกชื่อ "{name}"',
        'เอาชื่อออก แล้วให้รายละเอียดอยู่ในบัญชีแนบ หรือเปลี่ยน invite_by เป็น recipient',
        'a circular has one text for all, and this one names "{name}"',
        'take the name out and put what differs into an enclosed list, or write to each recipient',
    ),
    'circular-encloses-own': Message(
        'หนังสือเวียนแนบเอกสารที่ต่างกันรายผู้รับ ({name}) ไม่ได้',
        'ใช้บัญชีจำนวน (allocation) แทน หรือเปลี่ยน invite_by เป็น recipient',
        'a circular cannot enclose what differs by recipient ({name})',
        'enclose the allocation, or write to each recipient',
    ),
    'sent-with-blank': Message(
        'ต้องแก้ก่อนส่ง: {paper} ระบุขั้น "ส่งแล้ว" แต่ยังไม่ได้กรอก{label}',
        'กรอกช่องนี้ หรือเปลี่ยน stage (เลขที่และวันที่ที่ประทับด้วยมือให้ใส่ stamped_by_hand: yes)',
        '{paper} is marked as sent, and is still open: {label}',
        'fill it in, or change `stage` (number and date stamped by hand: `stamped_by_hand: yes`)',
    ),
    'wrong-give': Message(
        'ระยะ "{what}" ลดลงเป็น {to} ไม่ได้ เพราะไม่มีระยะนี้ หรือค่านี้ไม่น้อยกว่าระยะเดิม',
        'ใช้ชื่อระยะในไฟล์นี้ เช่น styles.body.before และค่าที่น้อยกว่าเดิม',
        '"{what}" cannot give down to {to}: there is no such measure, or it is no less',
        'name a measure of this file, as styles.body.before, and a lesser value',
    ),
    'numbers-not-csv': Message(
        'ไม่มี recipients.csv ให้กรอกเลขที่หนังสือ',
        'บันทึกตารางผู้รับเป็น recipients.csv ก่อน',
        'there is no recipients.csv to write numbers into',
        'save the roster as recipients.csv first',
    ),
    'numbers-no-letters': Message(
        'เนื้อหานี้ไม่ได้เชิญเป็นหนังสือรายฉบับ จึงไม่มีเลขที่รายฉบับ',
        'ใส่เลขที่ใน rounds.yaml หรือ letter.yaml แทน',
        'this content invites by circulars, which have one number each',
        'write it in rounds.yaml or letter.yaml',
    ),
}
