"""What is made from the models alone: JSON Schemas, forms, workbooks, tables of fields.

A field that is added to a model appears in all of them with nothing else edited.
"""
