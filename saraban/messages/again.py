"""What is said of building again: why a paper is made anew, what stands as it is, the cache, watching, helpers elsewhere."""

from __future__ import annotations

from saraban.messages.message import Language, Message

HELP: dict[str, dict[Language, str]] = {
    'no-cache': {
        'th': 'สร้างใหม่ทั้งหมดโดยไม่อ่านและไม่เก็บเอกสารในแคช',
        'en': 'make every paper anew: neither read nor write the cache',
    },
    'cluster': {
        'th': 'ให้เครื่องอื่นช่วยจัดหน้า: ที่อยู่ของ Dask scheduler เช่น tcp://10.0.0.5:8786 (ต้องติดตั้งส่วนเสริม cluster)',
        'en': 'let other machines set papers: the address of a Dask scheduler, as tcp://10.0.0.5:8786 (the extra "cluster")',
    },
    'watch': {
        'th': 'เฝ้าดูไฟล์ แล้วสร้างเอกสารที่เปลี่ยนใหม่ทุกครั้งที่บันทึก กด Ctrl-C เพื่อเลิก',
        'en': 'Watches the files and makes what has changed anew at each save. Ctrl-C ends it.',
    },
}

SAYINGS: dict[str, dict[Language, str]] = {
    'built-again': {
        'th': 'สร้างใหม่ {made} ไฟล์ จากทั้งหมด {files} ไฟล์ ({papers} เอกสาร) ใน {output} ใช้เวลา {seconds} วินาที',
        'en': 'made {made} of the {files} files ({papers} papers) in {output} anew in {seconds} s',
    },
    'built-nothing': {
        'th': 'ไม่มีอะไรเปลี่ยน ทั้ง {files} ไฟล์ ({papers} เอกสาร) ใน {output} ยังใช้ได้ ใช้เวลา {seconds} วินาที',
        'en': 'nothing has changed: all {files} files ({papers} papers) in {output} stand, in {seconds} s',
    },
    'watching': {
        'th': 'กำลังเฝ้าดู {content}/ แม่แบบ และแบบอักษร บันทึกไฟล์เมื่อใดจะสร้างใหม่เมื่อนั้น (Ctrl-C = เลิก)',
        'en': 'watching {content}/, templates and fonts; whatever is saved is built (Ctrl-C ends)',
    },
    'watch-ended': {'th': 'เลิกเฝ้าดูแล้ว', 'en': 'no longer watching'},
    'watch-kept': {
        'th': 'ยังเฝ้าดูอยู่ เอกสารเดิมยังอยู่ครบ แก้แล้วบันทึกอีกครั้งได้เลย',
        'en': 'still watching; the papers are as they were: mend it and save again',
    },
    'watch-program': {
        'th': 'โปรแกรมเปลี่ยน เลิก (Ctrl-C) แล้วสั่งใหม่',
        'en': 'the program itself has changed: end this (Ctrl-C) and start again',
    },
    'because': {'th': '{path}: {causes}', 'en': '{path}: {causes}'},
    'because-many': {'th': '{kind} {count} เอกสาร: {causes}', 'en': '{count} × {kind}: {causes}'},
    'why-new': {'th': 'เอกสารใหม่', 'en': 'a new paper'},
    'why-output': {'th': 'ไฟล์ที่สร้างไว้ถูกแก้หรือถูกลบ', 'en': 'the file was edited or deleted'},
    'why-unknown': {'th': 'ไม่ทราบว่าสร้างจากอะไรในครั้งก่อน', 'en': 'it is not known what it was made from'},
    'why-content': {'th': '{file} {where} เปลี่ยน', 'en': '{file} {where} changed'},
    'why-row': {'th': '{file} แถว {where} เปลี่ยน', 'en': '{file} row {where} changed'},
    'why-template': {'th': 'แม่แบบ {name} เปลี่ยน', 'en': 'template {name} changed'},
    'why-fonts': {'th': 'แบบอักษรหรือตราเปลี่ยน', 'en': 'a font or emblem changed'},
    'why-code': {'th': 'โปรแกรมเปลี่ยน', 'en': 'the program changed'},
    'why-library': {'th': 'ส่วนประกอบ {name} เปลี่ยนรุ่น', 'en': 'the library {name} is another version'},
    'why-date': {'th': 'วันที่ที่สั่ง (--date) เปลี่ยน', 'en': 'the date asked for (--date) changed'},
    'why-keep': {'th': 'ชื่อที่ไม่ให้ตัดกลางบรรทัดเปลี่ยน', 'en': 'names that no line parts changed'},
    'why-enclosure': {'th': 'จำนวนหน้าของ {name} เปลี่ยน', 'en': '{name} has another number of pages'},
    'entry-rounds': {'th': 'รุ่นที่ {name}', 'en': 'round {name}'},
    'entry-sections': {'th': 'หัวข้อ {name}', 'en': 'section {name}'},
    'entry-groups': {'th': 'กลุ่ม {name}', 'en': 'group {name}'},
    'entry': {'th': '{list} {name}', 'en': '{list} {name}'},
}  # fmt: skip

FINDINGS: dict[str, Message] = {
    'worker-lost': Message(
        'โปรแกรมย่อยที่จัดหน้าหยุดไปเอง {count} ครั้ง',
        'มักเพราะหน่วยความจำไม่พอ ปิดโปรแกรมอื่น หรือสั่งซ้ำด้วย --jobs 1',
        'processes that set papers were lost {count} times',
        'mostly for want of memory: close other programs, or run again with --jobs 1',
    ),
    'cluster-missing': Message(
        'ยังไม่ได้ติดตั้งส่วนเสริมสำหรับทำงานหลายเครื่อง ({detail})',
        'สั่ง .venv/bin/python -m pip install distributed',
        'what is needed for a cluster is not installed ({detail})',
        '.venv/bin/python -m pip install distributed',
    ),
    'cluster-silent': Message(
        'ติดต่อ Dask scheduler ไม่ได้: {detail}',
        'ตรวจที่อยู่และพอร์ต และว่า dask scheduler ทำงานอยู่',
        'no Dask scheduler answers: {detail}',
        'look at the address and port, and whether `dask scheduler` runs',
    ),
    'cluster-empty': Message(
        'Dask scheduler นี้ไม่มีเครื่องช่วยงาน',
        'สั่ง dask worker ในเครื่องช่วย',
        'this Dask scheduler has no workers',
        'start `dask worker` on the machines',
    ),
    'cluster-no-program': Message(
        'เครื่องช่วยงานนี้ไม่มีโปรแกรมสารบรรณ: {detail}',
        'ติดตั้งโปรแกรมรุ่นเดียวกัน แล้วเริ่ม dask worker จากแฟ้มของโปรแกรม',
        'this worker does not have the program: {detail}',
        'install the same version there and start `dask worker` from its folder',
    ),
    'cluster-differs': Message(
        'เครื่องช่วยงานนี้ใช้โปรแกรมคนละรุ่น: {names}',
        'ติดตั้งโปรแกรมและส่วนประกอบรุ่นเดียวกัน แล้วเริ่ม dask worker ใหม่ มิฉะนั้นเอกสารอาจไม่เหมือนกัน',
        'this worker has another version: {names}',
        'install the same program and libraries there and start its `dask worker` again: papers might differ',
    ),
    'cluster-lost': Message(
        'เครื่องช่วยงานหลุดไประหว่างทำเอกสารนี้: {detail}',
        'เอกสารที่เสร็จแล้วเก็บไว้แล้ว สั่งซ้ำได้เลย',
        'the workers were lost over this paper: {detail}',
        'finished papers are kept: run it again',
    ),
    'cache-in-output': Message(
        'แคชอยู่ในแฟ้มที่เก็บเอกสาร ({folder})',
        'ตั้งตัวแปร SARABAN_CACHE ให้เป็นแฟ้มอื่น หรือสั่งด้วย --no-cache',
        'the cache lies in the folder for the papers ({folder})',
        'set SARABAN_CACHE to another folder, or use --no-cache',
    ),
    'cache-size': Message(
        'SARABAN_CACHE_SIZE="{value}" ไม่ใช่ขนาด',
        'พิมพ์เป็นตัวเลขตามด้วย M หรือ G เช่น 500M หรือ 4G',
        'SARABAN_CACHE_SIZE="{value}" is no size',
        'write a number and M or G: 500M, 4G',
    ),
}
