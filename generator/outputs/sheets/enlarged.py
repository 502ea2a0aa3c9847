"""An A4 sheet enlarged to A3 without typesetting it again.

A3 has the shape of A4, so the large sheet of a board is the small one drawn √2 times larger: this changes the page's
coordinates, and whatever is measured in them outside its content (targets of headings, boxes of tagged parts). Typst
writes uncompressed objects and an uncompressed cross-reference table, so nothing has to be unpacked. PDF 1.7: ISO
32000-1, 7.5 (structure of a file), 14.8.5.4 (measures of tagged parts)."""

from __future__ import annotations

import base64
import hashlib
import re

FACTOR = 1.41414  # of the two sides, 841.8898 / 595.2756 and 1190.5512 / 841.8898 points, the smaller
A4, A3 = {b"595.2756", b"841.8898"}, {b"595.2756": b"841.8898", b"841.8898": b"1190.5512"}

_IN_USE = re.compile(rb"(\d{10}) 00000 n")
_STREAM = re.compile(rb"\nstream\r?\n")
_PLACE = re.compile(rb"(/XYZ)( -?[\d.]+ -?[\d.]+)")
_MEASURE = re.compile(
    rb"(/(?:BBox|Rect|QuadPoints|BorderThickness|Padding|SpaceBefore|SpaceAfter|StartIndent|EndIndent|TextIndent"
    rb"|Width|Height|LineHeight|BaselineShift|TextDecorationThickness|ColumnGap|ColumnWidths)(?![A-Za-z]))"
    rb"( -?[\d.]+|\[[-\d. ]*\])"
)
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_MEDIA_BOX = re.compile(rb"/MediaBox\[0 0 ([\d.]+) ([\d.]+)\]")
_CONTENTS = re.compile(rb"/Contents (\d+ 0 R)")
_ID = re.compile(rb"/ID\[\(([^()]+)\)")


def a3_of(pdf: bytes) -> bytes:
    """The A4 document `pdf`, as Typst writes it, on A3. Raises ValueError for a document of another size or form."""
    table = pdf.rfind(b"\nxref\n") + 1
    trailer = pdf.find(b"trailer\n", table)
    identity = _ID.search(pdf, trailer)
    if not table or trailer < 0 or not identity or b"/PatternType" in pdf:
        raise ValueError("not a document that can be enlarged")
    offsets = [int(place) for place in _IN_USE.findall(pdf, table, trailer)]
    scale = len(offsets) + 1  # number of the object that sets the new coordinates
    objects = [_enlarged(pdf[start:end], scale) for start, end in zip(offsets, [*offsets[1:], table], strict=True)]
    if any(not part.startswith(b"%d 0 obj\n" % number) for number, part in enumerate(objects, start=1)):
        raise ValueError("objects are not in the order of their numbers")
    drawn = b"%g 0 0 %g 0 0 cm" % (FACTOR, FACTOR)
    objects.append(b"%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (scale, len(drawn), drawn))
    return _joined(pdf[: offsets[0]], objects, pdf[trailer : pdf.rfind(b"startxref")], identity[1])


def _enlarged(part: bytes, scale: int) -> bytes:
    """A PDF object with enlarged measures; the content of a page is scaled by object `scale`."""
    stream = _STREAM.search(part)
    if stream:  # streams of content, pictures, fonts: they are drawn in the page's coordinates
        return part
    if b"/MediaBox" in part:
        part = _MEDIA_BOX.sub(_page_size, part)
        part = _CONTENTS.sub(rb"/Contents[%d 0 R \1]" % scale, part)
    return _MEASURE.sub(_larger, _PLACE.sub(_larger, part))


def _page_size(found: re.Match[bytes]) -> bytes:
    if {found[1], found[2]} != A4:
        raise ValueError("not an A4 page")
    return b"/MediaBox[0 0 %s %s]" % (A3[found[1]], A3[found[2]])


def _larger(found: re.Match[bytes]) -> bytes:
    return found[1] + _NUMBER.sub(lambda number: b"%.7g" % (float(number[0]) * FACTOR), found[2])


def _joined(head: bytes, objects: list[bytes], trailer: bytes, identity: bytes) -> bytes:
    """The file of these objects, numbered from 1, with an identifier of its own in place of `identity`, which is as
    long."""
    places, at = [], len(head)
    for part in objects:
        places.append(b"%010d 00000 n\r\n" % at)
        at += len(part)
    size = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f\r\n%s" % (size, b"".join(places))
    trailer = re.sub(rb"/Size \d+", b"/Size %d" % size, trailer)
    whole = b"".join((head, *objects, table, trailer, b"startxref\n%d\n%%%%EOF" % at))
    return whole.replace(identity, base64.b64encode(hashlib.sha256(whole).digest()[:16]))
