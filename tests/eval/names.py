"""Names found by the tagger, against Universal NER's Chinese development set: precision, recall, F1 by kind.

Run as `python tests/eval/names.py`. The data is read where QUIZGEN_DATA points (a folder that has uner/gsd_dev.iob2);
where it is absent, this is said and nothing is measured.
"""
