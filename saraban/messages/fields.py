"""What officers call the values of the content files: fields by their keys, and the words that only choose something."""

from __future__ import annotations

from saraban.messages.message import Language

Names = dict[str, dict[Language, str]]


def _names(rows: str) -> Names:
    """The rows of a table: key, Thai, English."""
    cells = (row.split('|') for row in rows.strip().splitlines())
    return {key.strip(): {'th': thai.strip(), 'en': english.strip()} for key, thai, english in cells}


# A key, or the key around it (at the top: the file's name), a dot and the key.
CONTENT_FIELDS = _names("""
    accepted | ข้อตรวจที่รับไว้ | accepted findings
    address | ที่อยู่ | address
    addressee | เรียน | addressee
    addressee_list | บัญชีแนบท้าย | list of addressees
    agency | หน่วยงาน | agency
    agency.code | อักษรนำของเลขที่หนังสือ | letters before its numbers
    all | ทุกรุ่น | all rounds
    align | การจัดข้อความ | alignment
    all_rounds | หนังสือเวียนฉบับเดียวทุกรุ่น | circular to all rounds
    allocation | บัญชีจำนวน | allocation
    amount | จำนวนเงิน | amount
    area | พื้นที่กลุ่มเป้าหมาย | area
    audience | กลุ่มเป้าหมาย | audience
    before | คำนำหน้าชื่อ | words before a name
    begins | ใช้กับตำแหน่งที่ขึ้นต้นเช่นนี้ | posts that begin so
    body | ข้อความ | text
    budget | ตารางงบประมาณ | budget
    cancelled | หนังสือแจ้งยกเลิก | letter of cancelling
    categories | หมวด | category
    ceiling | วงเงิน | ceiling
    certify | คำรับรอง | certified by
    changes | การเลื่อนหรือยกเลิก | postponed or cancelled
    closing | คำลงท้าย | closing
    code | รหัส | code
    columns | คอลัมน์ | columns
    columns.heading | หัวคอลัมน์ | heading
    contact | ผู้ติดต่อ | contact
    copies | สำเนาส่ง | copies
    costs | ย่อหน้าค่าใช้จ่าย | costs
    count | จำนวน | count
    count_list | รายการจำนวน | list of counts
    counts | รายการกลุ่มเป้าหมาย | list of the audience
    date | วันที่ | date
    day | วันที่เท่าไรของรุ่น | day of the round
    department | ส่วนราชการ | department
    district | เขต | district
    districts | จำนวนอำเภอ | districts
    draft | คำบนร่าง | word on the draft
    email | ไปรษณีย์อิเล็กทรอนิกส์ | e-mail
    enclosures | สิ่งที่ส่งมาด้วย | enclosures
    enclosures_url | ที่อยู่เว็บของสิ่งที่ส่งมาด้วย | address of the enclosures
    end | วันสุดท้าย | last day
    envelope | ขนาดซอง | size of the envelope
    facts | ตัวเลข | figure
    fax | โทรสาร | fax
    file | ไฟล์ | file
    first_mention | ชื่อตำแหน่งในแถวแรก | posts in the first row
    fiscal_year | ปีงบประมาณ | fiscal year
    food | อาหาร | food
    full | รูปเต็ม | full form
    glossary | คำที่ถูกต้องแล้ว | glossary
    groups | กลุ่มเป้าหมาย | group
    heading | ชื่อหัวข้อ | heading
    headings | หัวตาราง | headings
    holidays | วันหยุด | holidays
    invite_by | วิธีเชิญ | how to invite
    invited | เชิญโดยหนังสือ | invited by letter
    issue | เลขที่และวันที่ | number and date
    issued | หนังสือเชิญที่อ้างถึง | the letter referred to
    items | ข้อย่อย | items
    keep_together | คำที่ไม่ตัดกลาง | words kept together
    key | ชื่อที่ใช้เรียก | key
    kind | เลื่อนหรือยกเลิก | postponed or cancelled
    label | ข้อความในรายการ | label
    letter | หนังสือ | letter
    letter.all | หนังสือเวียนฉบับเดียวทุกรุ่น | circular to all rounds
    letter.recipient | หนังสือถึงผู้รับรายละฉบับ | letter to each recipient
    letter.round | หนังสือเวียนรุ่นละฉบับ | circular to a round
    letter_days | วันที่หนังสือต้องถึงก่อน | days before which letters arrive
    lines | รายการ | line
    lodging | ที่พัก | lodging
    medium | รูปกลาง | medium form
    members | รายชื่อในรุ่น | members
    memo.order | ที่สั่งการ | order
    ministry | กระทรวง | ministry
    name | ชื่อ | name
    new | กำหนดใหม่ | new dates
    note | หมายเหตุ | note
    noun | คำเรียกรุ่น | word for a round
    number | เลขที่ | number
    number_prefix | เลขประจำหน่วยงาน | the agency's number
    official | ชื่อตำแหน่งทางการ | official name
    old | กำหนดเดิม | old dates
    one | แผ่นเดียว | one sheet
    order | ลำดับ | order
    ordinary_number | เลขที่ไม่มี ว | number without ว
    own_addressee | เรียน (ผู้รับละฉบับ) | each one's addressee
    paper | เอกสาร | paper
    paragraph | ย่อหน้า | paragraph
    per | คิดต่อ | counted by
    place | อำเภอ | place
    position | ตำแหน่ง | position
    post | ตำแหน่ง | post
    post_code | รหัสไปรษณีย์ | post code
    post_codes | รหัสไปรษณีย์ | post code
    posts | คำขึ้นต้นและคำลงท้ายของตำแหน่ง | salutation of a post
    postponed | หนังสือแจ้งเลื่อน | letter of postponing
    product | ผลคูณของ | product of
    project.title | ชื่อโครงการ | the project's title
    quantity | หน่วยนับของสิ่งที่ส่งมาด้วย | how enclosures are counted
    rate | อัตรา | rate
    reason | เหตุผล | reason
    recipient | ผู้รับ | recipient
    recipients | ผู้รับ | recipient
    reference | อ้างถึง | reference
    references | อ้างถึง | references
    region | ภาค | region
    reply_by | วันสุดท้ายที่ให้ตอบรับ | reply by
    reply_channel | ช่องทางส่งแบบตอบรับ | how to reply
    reply_form | แบบตอบรับ | reply form
    role | ฐานะผู้ลงนาม | role
    round | รุ่น | round
    round_schedule | กำหนดการของรุ่น | round's schedule
    rounds | รุ่นที่ | round
    rounds.number | เลขรุ่น | number
    rounds_table | ตารางรายรุ่น | table of rounds
    rows | แถว | rows
    rule | ข้อตรวจ | rule
    salutation | คำขึ้นต้น | salutation
    secrecy | ชั้นความลับ | secrecy
    sections | หัวข้อ | section
    send | วิธีส่ง | how to send
    sessions | กิจกรรม | session
    sessions.end | เวลาเลิก | end
    sessions.start | เวลาเริ่ม | start
    several | หลายแผ่น | several sheets
    short | รูปย่อ | short form
    short_title | ชื่อย่อโครงการ | short title
    signatures | ผู้ลงนาม | signatures
    signer | ผู้ลงนาม | signer
    slug | รหัสและชื่อภาษาอังกฤษ | code and English name
    spellings | คำที่เขียนได้หลายแบบ | spellings
    stage | ขั้นของหนังสือ | stage
    stamped_by_hand | ประทับเลขที่และวันที่ด้วยมือ | stamped by hand
    start | วันแรก | first day
    stated | ยอดที่เคยแจ้งไว้ | figure stated
    subject | เรื่อง | subject
    subtotal | รวมแต่ละรุ่น | subtotal
    sum | ผลรวมของ | sum of
    table | ตาราง | table
    tambons | จำนวนตำบล | tambons
    telephone | โทรศัพท์ | telephone
    terms | คำ | term
    text | ข้อความ | text
    time | เวลา | time
    times | จำนวนหน่วย | times
    title | ชื่อเรื่อง | title
    to | เรียน | to
    topic | ชื่อกิจกรรม | topic
    total | รวม | total
    two_rounds | จังหวัดที่อยู่สองรุ่น | in two rounds
    unit | หน่วยนับ | unit
    units | หน่วยงานเจ้าของเรื่อง | unit
    urgency | ชั้นความเร็ว | urgency
    value | ค่า | value
    venue | สถานที่ | venue
    villages | จำนวนหมู่บ้าน | villages
    when | กำหนดการ | when
    width | ความกว้าง | width
""")

# Words that choose something, by their field: they print nothing themselves.
_PAPERS = _names("""
    allocation | บัญชีจำนวน | allocation
    proposal | โครงการ | proposal
    reply-form | แบบตอบรับ | reply form
    round-schedule | กำหนดการของรุ่น | round's schedule
    schedule | กำหนดการรายรุ่น | schedule
""")
_YES = _names("""
    no | ไม่ | no
    yes | ใช่ | yes
""")
CHOICES: dict[str, Names] = {
    'align': _names("""
        center | กึ่งกลาง | centre
        left | ชิดซ้าย | left
        right | ชิดขวา | right
    """),
    'begins': _YES,
    'columns': {},
    'counts': {},
    'first_mention': {},
    'invite_by': _names("""
        all | หนังสือเวียนฉบับเดียวทุกรุ่น | one circular
        recipient | หนังสือถึงผู้รับรายละฉบับ | a letter to each recipient
        round | หนังสือเวียนรุ่นละฉบับ | a circular to each round
    """),
    'invited': _YES,
    'kind': _names("""
        cancelled | ยกเลิก | cancelled
        postponed | เลื่อน | postponed
    """),
    'ordinary_number': _YES,
    'paper': _PAPERS,
    'per': _names("""
        project | โครงการ | project
    """),
    'stamped_by_hand': _YES,
}


def field_words(key: str, around: str, language: Language) -> str:
    """What a field is called; itself where the office made its name."""
    known = CONTENT_FIELDS.get(f'{around}.{key}') or CONTENT_FIELDS.get(key)
    return known[language] if known else key


def chosen_words(field: str, value: str, language: Language) -> str:
    """What a value that chooses something is called, word by word."""
    known = CHOICES.get(field, {})
    return ' '.join(
        known[word][language] if word in known else field_words(word, '', language) for word in value.split()
    )
