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
    'post-code': Message(
        'รหัสไปรษณีย์ "{code}" ของ{name} ไม่ใช่ตัวเลขห้าหลัก',
        'แก้เป็นตัวเลขห้าหลัก หรือเว้นว่างไว้ให้กรอก',
        'the post code "{code}" of {name} is not five digits',
        'write five digits, or leave it empty to be filled in',
    ),
    'other-post-code': Message(
        'รหัสไปรษณีย์ {code_th} ไม่ใช่ของจังหวัด{name} (ขึ้นต้นด้วย {begins_th})',
        'ตรวจรหัสกับไปรษณีย์ ถ้าถูกแล้วให้รับข้อนี้ไว้ใน gate.yaml',
        "the post code {code} is not {name}'s, whose codes begin with {begins}",
        'look the code up; where it is right, accept this in gate.yaml',
    ),
    'post-code-unused': Message(
        'มีรหัสไปรษณีย์ของ "{name}" ซึ่งไม่มีในตารางผู้รับ',
        'ใช้ชื่อผู้รับตามทะเบียน หรือลบบรรทัดนี้',
        'there is a post code for "{name}", who is no recipient',
        'write the name as the roster does, or take the line out',
    ),
    'post-code-differs': Message(
        'รหัสไปรษณีย์ของ{name} ที่นี่คือ {code} แต่ตารางผู้รับคือ {known} (ใช้ตามทะเบียน)',
        'แก้ให้ตรงกัน หรือระบุไว้แห่งเดียว',
        "{name}'s post code is {code} here and {known} in the roster, which counts",
        'make them the same, or write it in one place',
    ),
    'register-unknown': Message(
        'ทะเบียนหนังสือมี "{name}" ซึ่งไม่ใช่ผู้รับหรือหนังสือเวียนของโครงการนี้',
        'แก้ชื่อให้ตรงกับตารางผู้รับ หรือลบแถวนี้ (หนังสือเวียนใช้ชื่อ รุ่นที่ ๑ หรือ all)',
        'the register has "{name}", which is no recipient and no circular of this project',
        'write the name as the roster does, or take the row out (a circular is round-1 or all)',
    ),
    'register-differs': Message(
        'ทะเบียนหนังสือของ "{name}" เป็น {number} แต่เนื้อหาระบุ {known}',
        'แก้ให้ตรงกัน เลขที่ที่มีอยู่แล้วระบบไม่เปลี่ยนให้',
        'the register says {number} for "{name}" where content has {known}',
        'make them the same: a number that is there already is never changed',
    ),
    'unknown-level': Message(
        'levels ของไฟล์นี้ระบุข้อตรวจหน้ากระดาษที่ไม่มี: "{name}"',
        'หมายถึง {near} หรือไม่ รายชื่อทั้งหมดอยู่ใน docs/page-rules.md',
        'the levels of this file name a page rule that there is not: "{name}"',
        'did you mean {near}? docs/page-rules.md lists them all',
    ),
    'wrong-give': Message(
        'ระยะ "{what}" ลดลงเป็น {to} ไม่ได้ เพราะไม่มีระยะนี้ หรือค่านี้ไม่น้อยกว่าระยะเดิม',
        'ใช้ชื่อระยะในไฟล์นี้ เช่น styles.body.before และค่าที่น้อยกว่าเดิม',
        '"{what}" cannot give down to {to}: there is no such measure, or it is no less',
        'name a measure of this file, as styles.body.before, and a lesser value',
    ),
    'numbers-not-csv': Message(
        'ไม่มี recipients.csv หรือ recipients.xlsx ให้กรอกเลขที่หนังสือ',
        'บันทึกตารางผู้รับเป็นไฟล์ใดไฟล์หนึ่งนี้ก่อน',
        'there is no recipients.csv or recipients.xlsx to write numbers into',
        'save the roster as one of them first',
    ),
    'numbers-no-letters': Message(
        'เนื้อหานี้ไม่ได้เชิญเป็นหนังสือรายฉบับ จึงไม่มีเลขที่รายฉบับ',
        'ใส่เลขที่ใน rounds.yaml หรือ letter.yaml แทน',
        'this content invites by circulars, which have one number each',
        'write it in rounds.yaml or letter.yaml',
    ),
}
