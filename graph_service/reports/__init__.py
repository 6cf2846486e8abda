"""A pack as files: one set of tables in Chinese or English, written as a Word document, a workbook, a PDF and a page."""
