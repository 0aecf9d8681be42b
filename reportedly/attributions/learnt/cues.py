"""A table of a page's tokens in, the features by which a token is known as the head of a cue out."""

from __future__ import annotations

from reportedly.attributions.learnt.columns import Table
from reportedly.attributions.learnt.hashing import Numbers, feature_numbers, templates

BITS = 19

TEMPLATES = templates("""
word
lemma
lemma tag
lemma dep
lemma head
lemma head_dep
lemma frame
lemma frame_after
lemma subject
lemma subject_tag
lemma object
lemma object_tag
lemma clause_tag
lemma clause_mark
lemma infinitive
lemma infinitive_tag
lemma prep
lemma aux
lemma neg
lemma particle
lemma marker
lemma above
lemma quotes
lemma quoted
lemma quote_before
lemma quote_after
lemma rule_content
lemma rule_head
lemma word@1
lemma word@-1
lemma tag@1
lemma tag@-1
lemma tag@1 tag@2
tag frame
tag dep head_tag
tag tail
dep head
class frame
class above
class rule_content quoted
class rule_head
class quote_before quote_after quoted
class subject_tag clause_tag
class clause_mark
rule_head
rule_head rule_content quoted
rule_role rule_head
rule_head tag dep
above rule_content quoted
above dep tag
tag tag@1 tag@-1
word@1 tag
word@-1 tag
word@1 word@2
word@-1 word@-2
shape tag
entity tag
kind class
kind lemma
quotes quoted class
quotes quote_before quote_after tag
speaks_before speaks_after class
speaks_before lemma
from_start to_end tag
from_start lemma
subject clause_tag
subject infinitive_tag
subject tag dep
object pos
prep pos object_tag
owner_tag acl_tag lemma
acl_tag pos class
pobj_tag lemma
advcl_tag lemma
passive_tag lemma
head_class dep tag
head_class lemma
grand dep tag
""")


def cue_numbers(table: Table) -> Numbers:
    """One row of feature numbers a token of the page."""
    return feature_numbers(TEMPLATES, lambda name: table.at(name, table.rows), BITS)
