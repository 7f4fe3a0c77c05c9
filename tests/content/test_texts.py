"""Every wording of a model is walked over, with its place; finished words are not."""

from content_tools import SAMPLE

from saraban.content import model
from saraban.content.texts import wordings


def test_wordings_are_found_in_lists_tables_and_entries():
    body = [
        {'paragraph': 'ก'},
        {'items': ['ข', {'text': 'ค', 'items': ['ง']}]},
        {'table': {'columns': [{'heading': 'จ'}], 'rows': [['ฉ']], 'total': ['ช']}},
        {'count_list': [{'label': 'ซ', 'number': 'ฌ'}]},
        {
            'budget': {
                'headings': ['x', 'y'],
                'categories': [{'name': 'x', 'lines': [{'label': 'ญ', 'amount': '1'}]}],
                'total': 'x',
            }
        },
        {'signatures': [{'role': 'x', 'name': 'y'}]},
    ]
    file = model.ProposalFile.model_validate({'sections': [{'key': 'one', 'heading': 'หัวข้อ', 'body': body}]})
    assert [text for _, text in wordings(file)] == ['หัวข้อ', 'ก', 'ข', 'ค', 'ง', 'จ', 'ฉ', 'ช', 'ซ', 'ฌ', 'ญ']


def test_each_wording_knows_where_it_stands():
    file = model.ProposalFile.model_validate(
        {'sections': [{'key': 'one', 'heading': 'ก', 'body': [{'items': [{'text': 'ข', 'items': ['ค']}]}]}]}
    )
    assert [loc for loc, _ in wordings(file)] == [
        ('sections', 0, 'heading'),
        ('sections', 0, 'body', 0, 'items', 0, 'text'),
        ('sections', 0, 'body', 0, 'items', 0, 'items', 0, 'text'),
    ]


def test_an_optional_wording_that_is_not_given_is_none_of_them():
    assert list(wordings(model.BodyBlock.model_validate({'counts': 'audience'}))) == []


def test_every_reference_of_the_sample_stands_in_a_wording(sample):
    """What the walk misses would be neither checked nor known to be wrong."""
    parts = [sample.main, sample.audience, sample.proposal, sample.schedule, sample.letter, sample.forms]
    found = sum(text.count('{{') for part in parts for _, text in wordings(part))
    typed = sum(
        path.read_text(encoding='utf-8').count('{{')
        for path in SAMPLE.glob('*.yaml')
        if path.name not in {'facts.yaml', 'rounds.yaml'}
    )
    assert found == typed > 50
