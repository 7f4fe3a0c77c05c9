"""What the checks of figures find."""

from __future__ import annotations

from saraban.messages.message import Message

FIGURES: dict[str, Message] = {
    'stated-differs': Message(
        'ระบุไว้ {stated_th} แต่คำนวณได้ {reckoned_th}{proof_th}',
        'แก้ตัวเลขที่ไม่ถูก แล้วตรวจใหม่',
        'stated {stated}, reckoned {reckoned}{proof}',
        'mend the one that is wrong',
    ),
    'sum-differs': Message(
        'รวมแล้วไม่ตรง: ระบุไว้ {stated_th} แต่ {sum_th}',
        'แก้ผลรวม หรือแก้ตัวเลขที่นำมารวม',
        'this does not add up: stated {stated}, but {sum}',
        'mend the total, or the figure that is wrong',
    ),
    'typed-figure': Message(
        'ในข้อความเขียน {stated_th} แต่คำนวณได้ {reckoned_th}',
        'แก้ตัวเลข หรือใช้ {{{{ … }}}} ให้ระบบใส่เลขให้',
        'the text says {stated}, reckoned {reckoned}',
        'mend it, or let {{{{ … }}}} give the figure',
    ),
    'unknown-group': Message(
        'ไม่มีกลุ่มที่เชิญชื่อ "{name}" ใน audience.yaml',
        'หมายถึง {near} หรือไม่',
        'audience.yaml invites no group "{name}"',
        'did you mean {near}?',
    ),
    'over-ceiling': Message(
        'งบประมาณรวม {total_th} บาท เกินวงเงิน {ceiling_th} บาท อยู่ {over_th} บาท',
        'ลดรายการ หรือแก้วงเงินที่ช่อง ceiling',
        'the budget comes to {total} baht, {over} over its ceiling of {ceiling}',
        'cut a line, or mend `ceiling`',
    ),
    'money-words': Message(
        'จำนวนเงิน {figures_th} บาท กับคำอ่านในวงเล็บไม่ตรงกัน',
        'คำอ่านที่ถูกคือ {right}',
        'the words in brackets are not {figures} baht',
        'in words it is {right}',
    ),
    'unknown-section': Message(
        'อ้างถึงข้อ {number_th} แต่โครงการไม่มีข้อนี้',
        'แก้เลขข้อให้ตรง (หัวข้อสุดท้ายคือ {last_th})',
        'section {number} is cited, which there is not',
        'mend the number (the last section is {last})',
    ),
}
