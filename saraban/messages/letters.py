"""What the checks of letters find: leftovers of a copied file, wording, enclosures."""

from __future__ import annotations

from saraban.messages.message import Message

LETTERS: dict[str, Message] = {
    'other-round-day': Message(
        '"{date}" เป็นวันของรุ่นที่ {round_th} แต่ข้อความนี้ใช้กับทุกรุ่น',
        'ใช้ {{{{ round.when }}}} ให้ระบบใส่วันของแต่ละรุ่น',
        '{date} is a day of round {round}, but this text is for every round',
        'let {{{{ round.when }}}} give the days',
    ),
    'other-day': Message(
        '"{date}" ไม่ใช่วันของโครงการนี้ อาจค้างมาจากหนังสือฉบับเดิม',
        'แก้วันที่ หรือลบออก',
        '{date} is far from every day of this project: left over from an older letter?',
        'mend the date, or take it out',
    ),
    'other-year': Message(
        'เขียนปีงบประมาณ {year_th} แต่โครงการนี้เป็นปีงบประมาณ {right_th}',
        'ใช้ {{{{ project.fiscal_year }}}} หรือแก้ปี',
        'the text says fiscal year {year}, the project is of {right}',
        'let {{{{ project.fiscal_year }}}} give it, or mend the year',
    ),
    'other-venue': Message(
        '"{name}" ไม่ใช่สถานที่ของทุกรุ่นที่ใช้ข้อความนี้',
        'ใช้ {{{{ round.place }}}} ให้ระบบใส่สถานที่ของแต่ละรุ่น',
        '{name} is not the venue of every round that this text is for',
        'let {{{{ round.place }}}} give the venue',
    ),
    'other-round': Message(
        '"{name}" ใช้ได้กับรุ่นเดียว แต่ข้อความนี้ใช้กับทุกรุ่น',
        'ใช้ {{{{ round.number }}}} หรือ {{{{ round.region }}}}',
        '"{name}" fits one round, but this text is for every round',
        'let {{{{ round.number }}}} or {{{{ round.region }}}} give it',
    ),
    'other-province': Message(
        'หนังสือถึงทุกจังหวัดมีชื่อจังหวัด "{name}" อยู่ในข้อความ',
        'ใช้ {{{{ recipient.name }}}} หรือลบชื่อที่ค้างมา',
        'the letter to every province names {name}',
        'let {{{{ recipient.name }}}} give the name, or take it out',
    ),
    'other-addressee': Message(
        'คำขึ้นต้นระบุจังหวัด "{name}" แต่หนังสือนี้ถึง "{right}"',
        'แก้ให้ตรงกับจังหวัดของบรรทัดนี้',
        'the addressee names {name}, the letter goes to {right}',
        'name the province of this row',
    ),
    'subject-differs': Message(
        'ชื่อโครงการในเรื่องไม่ตรงกับชื่อที่ได้รับอนุมัติ',
        'ใช้ {{{{ project.title }}}} หรือแก้เป็น {title}',
        'the subject names the project otherwise than its title does',
        'let {{{{ project.title }}}} give it: {title}',
    ),
    'duay-nan': Message(
        'ย่อหน้าที่ขึ้นต้นว่า "ด้วย" หรือ "เนื่องจาก" ต้องไม่ลงท้ายว่า "นั้น"',
        'ลบคำว่า "นั้น" หรือขึ้นต้นว่า "ตามที่"',
        'a paragraph that opens with duai or nueang-chak does not end in nan',
        'take the last word out, or open with tam-thi',
    ),
    'tamthi-nan': Message(
        'ย่อหน้าที่ขึ้นต้นว่า "ตามที่" หรือ "ตามหนังสือ" ต้องมีคำว่า "นั้น"',
        'เติม "นั้น" ท้ายข้อความที่อ้างถึง',
        'a paragraph that opens with tam-thi ends what it recalls with nan',
        'add the word nan',
    ),
    'enclosure-uncited': Message(
        'สิ่งที่ส่งมาด้วย ลำดับ {number_th} ไม่ได้อ้างถึงในเนื้อความ',
        'เติม "รายละเอียดปรากฏตามสิ่งที่ส่งมาด้วย {{{{ letter.enclosures }}}}"',
        'enclosure {number} is not cited in the body',
        'cite it with {{{{ letter.enclosures }}}}',
    ),
    'cited-not-enclosed': Message(
        'อ้างถึงสิ่งที่ส่งมาด้วย {number_th} แต่มีเพียง {count_th} รายการ',
        'เพิ่มรายการใน enclosures หรือแก้เลข',
        'enclosure {number} is cited, but there are {count}',
        'add it to `enclosures`, or mend the number',
    ),
    'cited-letter': Message(
        'เลขที่กับวันที่ของหนังสือที่อ้างถึงไม่ตรงกับที่ออกไว้ (เลขที่ {number_th} ลงวันที่ {date_th})',
        'แก้เลขที่หรือวันที่ให้ตรง',
        'number and date of the letter cited are not those issued (number {number}, {date})',
        'mend the number or the date',
    ),
}
