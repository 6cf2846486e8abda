"""The signed pack: one zip with the page, the data, the documents and the workbook to fill in, and the digest of each in a signed manifest."""

import json
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from graph_service.reports.document import document_of
from graph_service.reports.offline.ledger import ledger_of
from graph_service.reports.offline.signing import PackSigner
from graph_service.reports.pack_report import report_of
from graph_service.reports.page import page_of
from graph_service.reports.parts import Maker
from graph_service.reports.pdf import pdf_of
from graph_service.reports.workbook import workbook_of

MANIFEST, SIGNATURE, PUBLIC_KEY = "manifest.json", "manifest.sig", "public_key.pem"
DATA, LEDGER = "pack.json", "findings.xlsx"
FORMAT = 1
_READ_ME = """巡察前单位资料包（离线）
1. 用浏览器打开 pack.html 即可阅读，无需联网，不运行任何脚本。
2. pack.docx、pack.xlsx、pack.pdf 为同一内容的文档；pack.json 为数据。
3. 进驻中在 findings.xlsx 填写：“问题核实”核对已知问题，“新发现问题”登记新问题。
4. 带回后由单位管理员运行：leadlink pack verify 本文件；leadlink pack return findings.xlsx --pack 本文件。
   程序只列出新情况和冲突，不自动写入任何数据。
"""


def signed_pack(pack: Mapping[str, Any], maker: Maker, language: str, signer: PackSigner) -> bytes:
    """Return the zip."""
    report = report_of(pack, maker, language)
    files = {
        "README.txt": _READ_ME.encode(), "pack.html": page_of(report), "pack.docx": document_of(report),
        "pack.xlsx": workbook_of(report), "pack.pdf": pdf_of(report),
        DATA: json.dumps(pack, ensure_ascii=False, sort_keys=True).encode(), LEDGER: ledger_of(pack, report.watermark),
    }  # fmt: skip
    told = {
        "format": FORMAT, "unit": pack["unit"], "on": pack["on"], "levels": maker.levels, "language": language, "officer": maker.officer,
        "made_at": maker.made_at, "purpose": maker.purpose, "request": maker.request,
        "files": {name: {"sha256": sha256(body).hexdigest(), "size": len(body)} for name, body in files.items()},
    }  # fmt: skip
    manifest = json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1).encode()
    signature = b64encode(signer.sign(manifest)) + b"\n"
    out = BytesIO()
    with ZipFile(out, "w") as made:
        for name, body in {**files, MANIFEST: manifest, SIGNATURE: signature, PUBLIC_KEY: signer.pem()}.items():
            made.writestr(ZipInfo(name), body, ZIP_DEFLATED)
    return out.getvalue()
