"""Each cause names exactly the papers that its change touches."""

from dataclasses import replace

import pytest
from content_tools import SHIPPED, patched
from review_tools import MANY, VENUE, edited, line_with, reviewed_projects

from saraban.cli import main
from saraban.content.loader import load
from saraban.review.effects import find_causes
from saraban.review.page.titles import names_of
from saraban.review.page.write import PaperShown, _effects
from saraban.views.kinds import KINDS

CHAI_NAT, LOP_BURI = ('TH-18-chai-nat', 'TH-16-lop-buri')
FROM_CHAI_NAT = ('recipients.csv', 'Chai Nat,1,8', 'Chai Nat,{},8')
FROM_LOP_BURI = ('recipients.csv', 'Lop Buri,1,11', 'Lop Buri,{},11')
ROUND = """  - number: 9
    region: ภาคพิเศษ
    start: 2563-12-01
    end: 2563-12-02
    venue: โรงแรมรอยัล
    district: เขตพระนคร กรุงเทพฯ
    letter: {number: "", date: "", reply_by: "", stage: ร่าง}
"""
BEFORE_SECOND = '  - number: 2\n'


def into(a_round, *whose):
    """Patches that move recipients into a round."""
    return [(file, old, new.format(a_round)) for file, old, new in whose]


@pytest.fixture
def effects(tmp_path):
    """The papers of each cause of what the shipped content becomes, by the place of the cause."""

    def run(*patches, old=()):
        return effects_between(load(edited(tmp_path / 'old', *old)), load(edited(tmp_path / 'new', *patches)))

    return run


def effects_between(old, new):
    return {one.place.rpartition('/')[2]: one.paths for one in find_causes(reviewed_projects(old, new))}


def own(paths):
    """The letters and reply forms among some papers."""
    return sorted(path for path in paths if path.startswith(('letters/', 'reply-forms/')))


def papers_of(*slugs):
    return sorted(f'{folder}/{slug}' for folder in ('letters', 'reply-forms') for slug in slugs)


def test_of_recipients_who_changed_alike_each_is_the_cause_of_its_own_letter_alone(effects):
    found = effects(*into(2, FROM_CHAI_NAT, FROM_LOP_BURI))
    assert {place: own(paths) for place, paths in found.items()} == {
        'recipients.csv:2': papers_of(CHAI_NAT),
        'recipients.csv:3': papers_of(LOP_BURI),
    }


def test_a_cause_is_told_with_those_papers_of_a_group_that_it_touches(capsys, tmp_path):
    new = edited(tmp_path / 'content', *into(2, FROM_CHAI_NAT, FROM_LOP_BURI))
    main(['diff', str(SHIPPED), str(new)])
    said = {line.split(':')[1][0]: line for line in capsys.readouterr().out.splitlines() if 'recipients.csv:' in line}
    assert said['2'].endswith('allocations/round-2, letters/TH-18-chai-nat, reply-forms/TH-18-chai-nat')
    assert said['3'].endswith('allocations/round-2, letters/TH-16-lop-buri, reply-forms/TH-16-lop-buri')


def test_on_the_page_a_cause_leads_to_a_group_by_the_names_of_its_own_papers(shipped, tmp_path):
    new = load(edited(tmp_path / 'content', *into(2, FROM_CHAI_NAT, FROM_LOP_BURI)))
    review = reviewed_projects(shipped, new, ('letter',))
    papers = [
        PaperShown(group, name, [], ([], []), (), [])
        for group, name in zip(review.groups, names_of(review, 'th'), strict=True)
    ]
    found = [[name for _, name in _effects(cause, papers, review, 'th')] for cause in find_causes(review)]
    assert found == [['หนังสือเชิญ ชัยนาท'], ['หนังสือเชิญ ลพบุรี']]


def test_the_same_change_of_two_rounds_has_in_each_its_letters(effects, shipped):
    """Letters of both rounds change alike, so that they are one group."""
    old = 'start: 2563-12-{}\n    end: 2563-12-{}\n    venue: โรงแรมบางกอก ชฎา'
    patches = [
        ('rounds.yaml', whole, whole.replace('บางกอก ชฎา', 'รามา'))
        for whole in (old.format(21, 22), old.format(23, 24))
    ]
    found = effects(*patches)
    for place, number in (('rounds.yaml:27', 3), ('rounds.yaml:34', 4)):
        assert own(found[place]) == papers_of(*(one.slug for one in shipped.by_round[number]))


def test_who_came_into_a_new_round_is_no_cause_of_what_only_the_round_changed(effects):
    found = effects(('rounds.yaml', BEFORE_SECOND, ROUND + BEFORE_SECOND), *into(9, FROM_CHAI_NAT, FROM_LOP_BURI))
    assert own(found['recipients.csv:2']) == papers_of(CHAI_NAT)
    assert own(found['recipients.csv:3']) == papers_of(LOP_BURI)
    assert [place for place, paths in found.items() if 'memo' in paths] == ['rounds.yaml:16']
    assert {'schedules/round-9', f'letters/{CHAI_NAT}', 'letters/TH-17-sing-buri'} <= found['rounds.yaml:16']


def test_who_left_a_round_that_is_gone_is_no_cause_of_what_only_the_round_changed(effects):
    old = (('rounds.yaml', BEFORE_SECOND, ROUND + BEFORE_SECOND), *into(9, FROM_CHAI_NAT, FROM_LOP_BURI))
    found = effects(old=old)
    assert own(found['recipients.csv:2']) == papers_of(CHAI_NAT)
    assert [place for place, paths in found.items() if 'memo' in paths] == ['rounds.yaml:16']
    assert 'letters/TH-17-sing-buri' in found['rounds.yaml:16']


def test_who_went_from_a_round_that_is_gone_into_a_new_one_has_no_papers_of_others(effects):
    old = (('rounds.yaml', BEFORE_SECOND, ROUND + BEFORE_SECOND), *into(9, FROM_CHAI_NAT))
    other = ('rounds.yaml', BEFORE_SECOND, ROUND.replace('9', '8', 1).replace('พิเศษ', 'ใหม่') + BEFORE_SECOND)
    found = effects(other, *into(8, FROM_CHAI_NAT), old=old)
    assert own(found['recipients.csv:2']) == papers_of(CHAI_NAT)
    assert 'memo' not in found['recipients.csv:2']


def test_a_letter_that_came_into_a_round_has_the_changes_of_that_round_and_none_of_the_one_it_left(effects):
    found = effects(VENUE, ('rounds.yaml', 'start: 2563-12-17', 'start: 2563-12-16'), *into(2, FROM_CHAI_NAT))
    causes = [place for place, paths in found.items() if f'letters/{CHAI_NAT}' in paths]
    assert causes == ['rounds.yaml:18', 'recipients.csv:2']


def test_changes_that_each_did_the_same_to_a_paper_are_all_its_causes(effects):
    """The product is nothing without either factor, so that no one of them undone gives another paper."""
    line = line_with('ประกอบกับยุทธศาสตร์ชาติ ๒๐ ปี')
    words = ('proposal.yaml', line, line.replace('๒๐ ปี', '{{ facts.beds }} ปี'))
    facts = 'wards: {0}\nrooms: {0}\nbeds: {{product: [wards, rooms]}}\nworking_groups:'
    old, new = (('facts.yaml', 'working_groups:', facts.format(count)) for count in (5, 0))
    assert effects(words, new, old=(words, old)) == {'facts.yaml:11': {'proposal'}, 'facts.yaml:12': {'proposal'}}


def test_a_figure_that_is_new_and_the_words_that_name_it_are_causes(effects):
    line = line_with('ประกอบกับยุทธศาสตร์ชาติ ๒๐ ปี')
    found = effects(
        ('facts.yaml', 'working_groups:', 'shelters: 12\nworking_groups:'),
        ('proposal.yaml', line, line.replace('๒๐ ปี', '{{ facts.shelters }} ปี')),
    )
    assert [(place.partition(':')[0], paths) for place, paths in found.items()] == [
        ('facts.yaml', {'proposal'}),
        ('proposal.yaml', {'proposal'}),
    ]


def test_recipients_in_another_order_are_one_cause_that_says_so(capsys, tmp_path):
    one, other = 'TH-16,ลพบุรี,Lop Buri,1,11', 'TH-71,กาญจนบุรี,Kanchanaburi,1,13'
    swapped = [('recipients.csv', one, 'X'), ('recipients.csv', other, one), ('recipients.csv', 'X', other)]
    main(['diff', str(SHIPPED), str(edited(tmp_path / 'content', *swapped))])
    (said,) = [line for line in capsys.readouterr().out.splitlines() if 'recipients.csv:' in line]
    papers = 'proposal, schedule, schedules/round-1, allocations/all (+1)'
    assert said.endswith(f'recipients.csv:3 ลำดับผู้รับเปลี่ยน → {papers}')


def test_a_recipient_who_came_or_went_is_no_other_order(effects):
    found = effects(
        ('recipients.csv', 'TH-16,', 'TH-99,จังหวัดใหม่,New,1,4\nTH-16,'),
        ('recipients.csv', 'TH-84,สุราษฎร์ธานี,Surat Thani,2,19\n', ''),
    )
    assert list(found) == ['recipients.csv:3', 'recipients.csv:20']


def test_a_recipient_whom_another_round_names_is_a_change_of_the_rounds(tmp_path):
    old, new = (with_members(edited(tmp_path / str(number)), 'ชัยนาท', number) for number in (1, 2))
    (cause,) = find_causes(reviewed_projects(old, new))
    assert (cause.kind, cause.field, cause.new) == ('moved', 'members', 'ชัยนาท')
    assert own(cause.paths) == papers_of(CHAI_NAT)


def with_members(folder, name, number):
    """The content of a folder whose rounds name their recipients, one of them in a round of its own."""
    roster = folder / 'recipients.csv'
    rows = [line.split(',') for line in roster.read_text(encoding='utf-8').splitlines()]
    roster.write_text(''.join(f'{",".join((*row[:3], *row[4:]))}\n' for row in rows), encoding='utf-8')
    for a_round in range(1, 7):
        members = [row[1] for row in rows[1:] if row[1] != name and row[3] == str(a_round)]
        members += [name] * (a_round == number)
        start = f'  - number: {a_round}\n'
        patched(folder, 'rounds.yaml', start, f'{start}    members: [{", ".join(members)}]\n')
    return load(folder)


def test_numbers_that_only_the_register_has_are_no_effect_of_another_round_s_change(tmp_path, shipped):
    second = ('rounds.yaml', 'end: 2563-12-18\n    venue: โรงแรมแมนดาริน', 'end: 2563-12-18\n    venue: โรงแรมใหม่')
    folders = [edited(tmp_path / 'old'), edited(tmp_path / 'new', VENUE, second)]
    for folder in folders:
        (folder / 'register.csv').write_text('ถึง,เลขที่หนังสือ\nรุ่นที่ ๒,77\n', encoding='utf-8')
    found = effects_between(*map(load, folders))
    assert own(found['rounds.yaml:13']) == papers_of(*(one.slug for one in shipped.by_round[1]))


def test_of_thousands_of_letters_only_some_of_each_round_are_looked_at(shipped, tmp_path, monkeypatch):
    seen = []
    letters = KINDS['letter']
    look = replace(letters, view=lambda *asked: seen.append(asked[1].path) or letters.view(*asked))
    review = reviewed_projects(shipped, load(edited(tmp_path / 'new', VENUE)))
    monkeypatch.setitem(KINDS, 'letter', look)
    (cause,) = find_causes(review)
    assert own(cause.paths) == papers_of(*(one.slug for one in shipped.by_round[1]))
    assert set(seen) == {f'letters/{CHAI_NAT}'}


def test_looking_at_one_paper_for_others_finds_what_looking_at_each_finds(shipped, tmp_path, monkeypatch):
    new = load(edited(tmp_path / 'new', *MANY, *into(2, FROM_CHAI_NAT), *into(3, FROM_LOP_BURI)))
    review = reviewed_projects(shipped, new)
    found = find_causes(review)
    monkeypatch.setattr('saraban.review.effects._standing', lambda paper, *_: paper.view.path)
    assert len(found) > 8
    assert found == find_causes(review)
    assert {paper.view.path for paper in review.papers} == set().union(*(cause.paths for cause in found))
