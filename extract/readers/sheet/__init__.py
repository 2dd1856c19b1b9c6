"""Tables without a page: workbooks and delimited text. Rows become rows, words above a table lines."""
