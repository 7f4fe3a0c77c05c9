"""What reading tables finds: rosters and registers, in CSV and Excel."""

from __future__ import annotations

from saraban.messages.message import Message

TABLES: dict[str, Message] = {
    'csv-quote': Message(
        'เครื่องหมายคำพูดในช่องนี้ไม่ครบคู่ จึงแยกช่องต่อจากนี้ไม่ได้',
        'ใส่เครื่องหมายคำพูดให้ครบคู่ หรือลบออก',
        'the quotes of this cell do not match, so the cells after it cannot be told apart',
        'complete the pair, or take the quote out',
    ),
    'table-too-large': Message(
        'ตารางใหญ่เกินไป',
        'ตารางมีได้ไม่เกิน {rows} แถว {columns} คอลัมน์',
        'the table is too large',
        'at most {rows} rows and {columns} columns',
    ),
    'unnamed-column': Message(
        'ช่องนี้มีข้อความ "{value}" แต่คอลัมน์ไม่มีหัวตาราง',
        'ใส่หัวตาราง หรือลบข้อความออก',
        'there is "{value}" here, in a column without a heading',
        'give the column a heading, or take the text out',
    ),
    'two-rosters': Message(
        'มีตารางผู้รับสองไฟล์ ({first} และไฟล์นี้) จึงไม่รู้ว่าจะใช้ไฟล์ใด',
        'เก็บไว้ไฟล์เดียว ย้ายอีกไฟล์ออก',
        'there are two rosters ({first} and this one)',
        'keep one, and move the other away',
    ),
    'several-tables': Message(
        'มีตารางแบบเดียวกันในแผ่นงานอื่นด้วย ({first})',
        'รวมไว้ในแผ่นงานเดียว หรือซ่อนแผ่นงานที่ไม่ใช้',
        'another sheet holds such a table too ({first})',
        'keep all of it in one sheet, or hide the sheet that is not used',
    ),
    'cell-formula': Message(
        'ช่องนี้เป็นสูตรที่ยังไม่มีผลลัพธ์',
        'เปิดไฟล์ใน Excel แล้วบันทึกอีกครั้ง หรือพิมพ์ค่าแทนสูตร',
        'this cell is a formula without a result',
        'open the file in Excel and save it again, or type the value',
    ),
    'cell-error': Message(
        'สูตรในช่องนี้คำนวณไม่ได้ ({value})',
        'แก้สูตร หรือพิมพ์ค่าแทนสูตร',
        'the formula of this cell fails ({value})',
        'mend it, or type the value',
    ),
    'excel-unreadable': Message(
        'เปิดไฟล์ Excel นี้ไม่ได้ (อาจมีรหัสผ่าน เป็น .xls แบบเก่า หรือไฟล์เสีย)',
        'เปิดใน Excel แล้วบันทึกใหม่เป็น .xlsx โดยไม่ใส่รหัสผ่าน',
        'this Excel file cannot be read (a password, the old .xls form, or damage?)',
        'open it in Excel and save it as .xlsx, without a password',
    ),
    'excel-too-large': Message(
        'ไฟล์ Excel นี้มีข้อมูลมากเกินไป',
        'คัดลอกเฉพาะตารางผู้รับไปไว้ในไฟล์ใหม่',
        'this Excel file holds too much',
        'copy the table alone into a new file',
    ),
    'total-differs': Message(
        'แถวรวมระบุ {name} ไว้ {stated} แต่รวมจริงได้ {reckoned}',
        'แก้ตัวเลขที่ไม่ถูก หรือลบแถวรวมออก',
        'the row of totals has {stated} for {name}; the rows come to {reckoned}',
        'mend the one that is wrong, or take the row out',
    ),
}
