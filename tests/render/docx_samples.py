"""Views with every kind of block, made up for the tests of the DOCX."""

from saraban.errors import Place
from saraban.views import blocks as b
from saraban.views.blocks import Blank, Run, View, plain

TEMPLATES = (
    'proposal', 'schedule', 'round-schedule', 'allocation', 'letter', 'reply-form', 'memo', 'labels', 'envelopes',
)  # fmt: skip
AWKWARD = 'ห้าง "สมชาย & บุตร" <จำกัด> {{ body }} {% if %} \'ก\''
LONG = 'โครงการเสริมสร้างแนวทางการขับเคลื่อนการพัฒนาตำบลแบบบูรณาการในระดับพื้นที่และแผนพัฒนาตำบล ประจำปีงบประมาณ พ.ศ. ๒๕๖๔'


def gap(width: float = 3.0) -> Run:
    return Run('', blank=Blank('ช่องว่าง', Place('letter.yaml', 1), width))


def letter(recipient: str = 'ชัยนาท', **changes: object) -> View:
    return View(
        kind='letter',
        path=f'letters/{recipient}',
        template='letter',
        title=f'หนังสือถึงจังหวัด{recipient}',
        recipient=recipient,
        furniture=b.Furniture(emblem=True),
        blocks=(
            b.Letterhead(
                'head',
                (Run('ที่ มท '), gap(2), Run('/'), gap(2)),
                (plain('กรมการปกครอง'), (gap(5),), plain('กทม. ๑๐๒๐๐')),
                (gap(1), Run(' พฤศจิกายน ๒๕๖๓')),
            ),
            b.Field('subject', 'เรื่อง', plain(f'ขอให้จัดส่งข้าราชการเข้าร่วม{LONG} รุ่นที่ ๑ ภาคกลาง')),
            b.Field('to', 'เรียน', plain(f'ผู้ว่าราชการจังหวัด{recipient}')),
            b.Enclosures(
                'enclosures',
                'สิ่งที่ส่งมาด้วย',
                (
                    b.EnclosureRow('๑.', plain('โครงการฯ'), 'จำนวน ๑ ชุด'),
                    b.EnclosureRow('๒.', plain('กำหนดการ รุ่นที่ ๑'), 'จำนวน ๑ แผ่น'),
                    b.EnclosureRow('๓.', plain(f'แบบตอบรับ{LONG}'), 'จำนวน ๑ แผ่น'),
                ),
            ),
            b.Paragraph('cause', (Run(f'ด้วยกรมการปกครองได้จัดทำ{LONG} เพื่อ'), Run('เสริมสร้าง', bold=True), Run('แนวทาง'))),
            b.Paragraph(
                'purpose',
                (Run('ในการนี้ ขอให้จังหวัดส่งแบบตอบรับภายในวันที่ '), gap(), Run(f' ทาง saraban@example.go.th {LONG * 2}')),
            ),
            b.Paragraph('end', plain('จึงเรียนมาเพื่อพิจารณาดำเนินการต่อไป')),
            b.Signature('signature', 'ขอแสดงความนับถือ', ((Run('('), gap(5), Run(')')), (gap(5),))),
            b.Owner(
                'owner',
                (
                    plain('กองวิชาการและแผนงาน'),
                    plain('ส่วนแผนงานยุทธศาสตร์'),
                    (Run('โทร. '), gap(), Run(' โทรสาร '), gap()),
                ),
            ),
        ),
    )


def table(rows: int = 4) -> b.Table:
    columns = (
        b.Column(plain('ลำดับ'), 'center', 0.1),
        b.Column(plain('จังหวัด'), 'left', 0.6),
        b.Column(plain('จำนวน (คน)'), 'right', 0.3),
    )
    body = tuple(
        b.Row(f'row-{n}', (b.Cell((plain(f'{n}'),)), b.Cell((plain('ชัยนาท'), plain(AWKWARD))), b.Cell((plain('๑๕๙'),))))
        for n in range(rows)
    )
    return b.Table(
        'table',
        columns,
        (
            b.Row('group', (b.Cell((plain('รุ่นที่ ๑ ภาคกลาง'),), span=3, align='center'),), 'group'),
            *body,
            b.Row('subtotal', (b.Cell((plain('รวม'),), span=2), b.Cell((plain('๑๕๙'),))), 'subtotal'),
            b.Row('fill', (b.Cell(()), b.Cell(((gap(),),)), b.Cell((plain(''),))), 'fill'),
            b.Row('total', (b.Cell((plain('รวมจำนวน'),), span=2), b.Cell((plain('๑,๑๕๘'),))), 'total'),
        ),
    )


ADDRESS = (plain('เรียน ผู้ว่าราชการจังหวัดชัยนาท'), plain(AWKWARD))
SPECIAL: dict[str, tuple[b.Block, ...]] = {
    'letter': (b.CopyTo('copies', 'สำเนาส่ง', (plain('กองคลัง'), plain(AWKWARD))),),
    'memo': (
        b.MemoLine('unit', (('ส่วนราชการ', plain(AWKWARD)),)),
        b.MemoLine('number', (('ที่', (Run('มท '), gap())), ('วันที่', (gap(),)))),
        b.OrderRoom('order', (plain('เห็นชอบ'), (gap(5),))),
    ),
    'envelopes': (b.Envelope('e', (plain('กรม'), plain('ที่ ๑')), ADDRESS, (gap(2),)),),
    'labels': (b.Labels('l', (ADDRESS, ADDRESS, ADDRESS)),),
}


def every_block(template: str) -> View:
    signer = (
        (Run('(ลงชื่อ) '), gap(4), Run(' ผู้เสนอโครงการ')),
        (Run('('), gap(5), Run(')')),
        plain('ตำแหน่ง ผู้อำนวยการกอง'),
    )
    return View(
        kind='sample',
        path=f'samples/{template}',
        template=template,
        title=f'ตัวอย่าง {AWKWARD}',
        furniture=b.Furniture(emblem=template == 'letter', draft='ร่าง', secrecy='ลับ', urgency='ด่วน', enclosure='๑'),
        sheet='C5' if template == 'envelopes' else '',
        blocks=(
            *(letter().blocks if template == 'letter' else ()),
            *SPECIAL.get(template, ()),
            b.Title('title', (plain('โครงการเสริมสร้างแนวทาง', bold=True), plain('และแผนพัฒนาตำบล'))),
            b.Paragraph('centred', plain('ณ โรงแรมแห่งหนึ่ง', bold=True), 'centred'),
            b.Heading('h1', '๑.', plain('หลักการและเหตุผล')),
            b.Paragraph('p1', plain(f'{LONG} {AWKWARD} {LONG}')),
            b.Item('i2', 2, '๒.๑', plain(f'เพื่อ{LONG}')),
            b.Item('i3', 3, '๒.๑.๑', plain(LONG)),
            b.Item('i4', 4, '๑)', (Run('ตัวเอน', italic=True), Run(' หนาเอน', bold=True, italic=True))),
            b.Item('i5', 5, '(๑)', plain('ระดับห้า')),
            b.Counts(
                'counts',
                (
                    b.CountRow(plain('ปลัดจังหวัด'), 'จำนวน', plain('๗๖ คน')),
                    b.CountRow(plain(LONG), 'จำนวน', (Run('๘๗๘'), Run(' คน'))),
                ),
            ),
            table(),
            b.Table(
                'bare',
                (b.Column(plain('เวลา'), 'left', 0.3), b.Column(plain('กิจกรรม'), 'left', 0.7)),
                (b.Row('r', (b.Cell(((gap(), Run(' น.')),)), b.Cell((plain('ลงทะเบียน'),)))),),
                header=False,
                ruled=False,
            ),
            b.Heading('day', '', plain('วันพฤหัสบดีที่ ๒๖ พฤศจิกายน ๒๕๖๓'), 'day'),
            b.Paragraph('note', plain('หมายเหตุ กำหนดการอาจเปลี่ยนแปลงได้ตามความเหมาะสม'), 'note'),
            b.Signatories('signatories', (b.Signature('s1', '', signer), b.Signature('s2', '', signer))),
            b.Signature('certified', '', signer),
            b.Table(
                'last',
                table().columns,
                (b.Row('x', (b.Cell((plain('ก'),)), b.Cell((plain('ข'),)), b.Cell((plain('ค'),)))),),
            ),
        ),
    )
