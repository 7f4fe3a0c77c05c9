"""What the checks of names find: provinces, regions, districts, terms, posts."""

from __future__ import annotations

from saraban.messages.message import Message

PLACES: dict[str, Message] = {
    'unknown-province': Message('ไม่มีจังหวัดชื่อ "{name}"', 'แก้เป็น {near}', 'there is no province "{name}"', 'write {near}'),
    'joined-provinces': Message(
        '"{name}" เป็นชื่อจังหวัดที่เขียนติดกัน', 'เว้นวรรคเป็น {apart}', '"{name}" is more than one province', 'write {apart}'
    ),
    'strange-province': Message(
        'ไม่มีจังหวัดชื่อ "{name}" และไม่ใกล้เคียงกับชื่อใด',
        'แก้ชื่อ หรือถ้าไม่ใช่จังหวัดแต่ถูกต้องแล้ว ให้ใส่ชื่อนี้ใน glossary ของ gate.yaml',
        'there is no province "{name}", nor one like it',
        'mend it, or if it is right put it into `glossary` of gate.yaml',
    ),
    'province-code': Message(
        'รหัส {code} เป็นของ "{meant}" ไม่ใช่ "{name}"',
        'แก้รหัสเป็น {right} หรือแก้ชื่อเป็น {meant}',
        '{code} is the code of {meant}, not of {name}',
        'write {right}, or the name {meant}',
    ),
    'province-twice': Message(
        '"{name}" อยู่ทั้งรุ่นที่ {first_th} และรุ่นที่ {second_th}',
        'ลบออกจากรุ่นที่ไม่ใช่ หรือถ้าตั้งใจ ให้ใส่ชื่อนี้ใน two_rounds ของ gate.yaml',
        '{name} is in round {first} and in round {second}',
        'take it out of one, or if it is meant put it into `two_rounds` of gate.yaml',
    ),
    'province-swapped': Message(
        '"{name}" อยู่ทั้งรุ่นที่ {first_th} และรุ่นที่ {second_th} และไม่มีรุ่นใดมี "{missing}"',
        'แก้เป็น {missing}{proof_th}',
        '{name} is in round {first} and in round {second}, and no round has {missing}',
        'write {missing}{proof}',
    ),
    'province-missing': Message(
        'รายชื่อนี้ไม่มี "{name}" ซึ่งอยู่ในรุ่นที่ {round_th}',
        'เพิ่มชื่อนี้ หรือแก้รุ่นในตารางผู้รับ',
        'this list lacks {name}, which is in round {round}',
        'add it, or mend the roster',
    ),
    'other-membership': Message(
        'ที่นี่ "{name}" อยู่รุ่นที่ {here_th} แต่ตารางผู้รับเป็นรุ่นที่ {there_th}',
        'แก้ให้ตรงกัน',
        '{name} is in round {here} here, in round {there} in the roster',
        'make them agree',
    ),
    'province-left-out': Message(
        'มีเกือบครบทุกจังหวัด ขาดแต่ {names}',
        'เพิ่มในตารางผู้รับ หรือถ้าไม่เชิญ ให้รับไว้ใน accepted ของ gate.yaml พร้อมเหตุผล',
        'nearly every province is here, but not {names}',
        'add it to the roster, or accept this in gate.yaml with the reason',
    ),
    'unknown-region': Message('ไม่มีภาคชื่อ "{name}"', 'แก้เป็น {near}', 'there is no region "{name}"', 'write {near}'),
    'other-region': Message(
        '"{name}" อยู่{region} แต่รุ่นนี้คือ{round}',
        'ตรวจเลขรุ่นของจังหวัดนี้ หรือชื่อภาคของรุ่น',
        '{name} is in {region}, the round is of {round}',
        "check the province's round, or the round's region",
    ),
    'unknown-district': Message(
        'กรุงเทพมหานครไม่มี "{name}"', 'หมายถึง {near} หรือไม่', 'Bangkok has no {name}', 'did you mean {near}?'
    ),
    'capital-district': Message(
        '"{name}" อยู่ในกรุงเทพมหานคร จึงเป็นเขต ไม่ใช่อำเภอ',
        'แก้เป็น {right}',
        '{name} is in Bangkok, which has khet and no amphoe',
        'write {right}',
    ),
    'capital-is-no-province': Message(
        '{name}ไม่ใช้คำว่า "จังหวัด" นำหน้า',
        'ลบคำว่า "จังหวัด"',
        '{name} is not called a province',
        'leave the word for province out',
    ),
    'capital-governor': Message(
        'หนังสือถึงกรุงเทพมหานครจะพิมพ์ว่า "ผู้ว่าราชการจังหวัดกรุงเทพมหานคร" ซึ่งไม่ถูกต้อง',
        'กรอกคอลัมน์ addressee ของบรรทัดนี้เป็น {right}',
        'the letter to Bangkok would be addressed to a governor of a province',
        'fill the column `addressee` of this row with {right}',
    ),
    'term-spelling': Message(
        'คำเดียวกันเขียนสองแบบในชุดนี้: "{name}" และ "{right}"',
        'แก้เป็น {right} หรือถ้าตั้งใจให้ต่างกัน ให้ใส่ทั้งคู่ใน spellings ของ gate.yaml',
        'one term has two spellings in this set: "{name}" and "{right}"',
        'write {right}, or if both are meant put the pair into `spellings` of gate.yaml',
    ),
    'venue-spelling': Message(
        'สถานที่เดียวกันเขียนสองแบบ: "{name}" และ "{right}"',
        'แก้ให้เหมือนกัน หรือถ้าเป็นคนละแห่ง ให้ใส่ทั้งคู่ใน spellings ของ gate.yaml',
        'one place has two spellings: "{name}" and "{right}"',
        'write one of them, or put the pair into `spellings` of gate.yaml',
    ),
    'post-name': Message(
        '"{name}" ไม่อยู่ในรายชื่อตำแหน่งและหน่วยงาน (พบ {count_th} แห่ง)',
        'หมายถึง {right} หรือไม่ ถ้าใช่ให้กรอกช่อง official ของกลุ่มนั้น ถ้าชื่อเดิมถูกแล้วให้ใส่ใน glossary ของ gate.yaml',
        '"{name}" is no known post or agency (in {count} places)',
        'did you mean {right}? If so fill in `official`; if it is right as it is, put it into `glossary` of gate.yaml',
    ),
    'unknown-word': Message(
        'ไม่พบคำว่า "{name}" ในพจนานุกรม',
        'หมายถึง {near} หรือไม่ ถ้าถูกแล้วไม่ต้องแก้',
        '"{name}" is not in the dictionary',
        'did you mean {near}? If it is right, leave it',
    ),
}
