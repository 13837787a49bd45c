"""What a report does with the documents it cites: ``quán triệt``, ``sơ kết`` (việc thực hiện)."""
