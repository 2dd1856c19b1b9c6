"""Comments on plans as offices send them: a letter with its annex, and the tables of several agencies put together.

Layout and sizes are those of Nghị định 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư, phụ lục I, and of its
forms 1.5 (`công văn`) and 2.1 (`phụ lục`) in phụ lục III.
"""
