"""What the checks of dates find."""

from __future__ import annotations

from saraban.messages.message import Message

DATES: dict[str, Message] = {
    'outside-fiscal-year': Message(
        'วันที่ {day_th} อยู่นอกปีงบประมาณ พ.ศ. {year_th} (๑ ตุลาคม - ๓๐ กันยายน)',
        'แก้วันที่ หรือแก้ fiscal_year ใน project.yaml',
        '{day} is outside the fiscal year {year} (1 October to 30 September)',
        'mend the date, or fiscal_year in project.yaml',
    ),
    'letter-after-round': Message(
        'หนังสือลงวันที่ {date_th} แต่เริ่มวันที่ {start_th}',
        'หนังสือต้องลงวันที่ก่อนวันเริ่ม',
        'the letter is dated {date}, its round begins on {start}',
        'date it before the round',
    ),
    'letter-near-round': Message(
        'หนังสือลงวันที่ {date_th} เหลือเพียง {left_th} วันก่อนวันเริ่ม',
        'ควรมีอย่างน้อย {least_th} วัน (แก้เกณฑ์ได้ที่ letter_days ใน gate.yaml)',
        'the letter is dated {date}, only {left} days before its round',
        '{least} days at least are usual (letter_days in gate.yaml)',
    ),
    'reply-late': Message(
        'วันสุดท้ายที่ให้ตอบรับ {reply_by_th} ไม่ได้มาก่อนวันเริ่ม {start_th}',
        'กรอกวันทำการก่อนวันที่ {start_th}',
        'replies are asked for by {reply_by}, the round begins on {start}',
        'give a working day before {start}',
    ),
    'reply-early': Message(
        'วันสุดท้ายที่ให้ตอบรับ {reply_by_th} มาก่อนหรือตรงกับวันที่ของหนังสือ {date_th}',
        'กรอกวันหลังวันที่ของหนังสือ',
        'replies are asked for by {reply_by}, the letter is dated {date}',
        'give a day after the letter',
    ),
    'session-day': Message(
        'หัวข้อนี้อยู่วันที่ {day_th} ของรุ่น แต่รุ่นมีเพียง {days_th} วัน',
        'แก้ day ให้อยู่ระหว่าง ๑ ถึง {days_th}',
        'the session is on day {day}, a round has {days}',
        'give a day from 1 to {days}',
    ),
    'session-order': Message(
        'เวลาสิ้นสุด {end_th} น. ไม่ได้อยู่หลังเวลาเริ่ม {start_th} น.',
        'สลับหรือแก้เวลา',
        'the session ends at {end}, it begins at {start}',
        'mend the times',
    ),
    'session-overlap': Message(
        'เวลาของหัวข้อนี้ซ้อนกับหัวข้อที่ {number_th} ของวันเดียวกัน',
        'แก้เวลาให้ไม่ซ้อนกัน',
        'the session overlaps session {number} of the same day',
        'mend the times',
    ),
    'no-such-day': Message('ไม่มีวันที่ "{date}" ในปฏิทิน', 'แก้วันที่', 'there is no day "{date}"', 'mend the date'),
    'weekday-differs': Message(
        'วันที่ {day_th} เป็น{right_th} ไม่ใช่{wrong}',
        'แก้เป็น {right_th} หรือแก้วันที่',
        '{day} is a {right}, not {wrong}',
        'write {right}, or mend the date',
    ),
    'wrong-era': Message(
        '{era} {year} ศักราชกับปีไม่ตรงกัน',
        'ใช้ {right} หรือแก้ปี',
        '{era} does not fit the year {year}',
        'write {right}, or mend the year',
    ),
    'weekend': Message('เป็นวันเสาร์อาทิตย์: {days_th}', 'ถ้าตั้งใจไม่ต้องแก้', 'a weekend: {days}', 'if that is meant, leave it'),
    'holiday': Message(
        'เป็นวันหยุดราชการ: {days_th}', 'ถ้าตั้งใจไม่ต้องแก้', 'a public holiday: {days}', 'if that is meant, leave it'
    ),
    'venue-overlap': Message(
        'รุ่นนี้กับรุ่นที่ {one_th} ใช้{venue}ในวันเดียวกัน',
        'ถ้าตั้งใจไม่ต้องแก้ ตรวจว่าห้องรองรับได้',
        'this round and round {one} are in {venue} on the same days',
        'if that is meant, see that there are rooms',
    ),
}
