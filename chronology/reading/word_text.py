"""A document's words in one run of text, its tables, rows and cells told apart by marks.

libxslt walks the document and not Python: it is several times as fast as asking each cell.
"""

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# Code points that are kept free of letters, so that no document has them in its words.
TABLE, ROW, CELL, WIDER, MERGED, LINE = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
TAKEN_ON = ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
UNTOLD = (
    *("w:pPr", "w:rPr", "w:tcPr", "w:tblPr", "w:trPr", "w:sdtPr"),
    *("w:del", "w:moveFrom", "mc:Fallback"),
)
WIDEST = 64
TICKS = {
    "✓": "F0FC f0fc F050 f050",
    "✗": "F0FB f0fb",
    "☒": "F0FE f0fe F052 f052 F054 f054",
    "☐": "F0A8 f0a8",
}


def _wrappers(mode: str) -> str:
    """What content controls and tracked changes wrap is looked at as if they were not there."""
    names = "|".join(f"w:{name}" for name in TAKEN_ON)
    return (
        f'<xsl:template mode="{mode}" match="*"/>'
        f'<xsl:template mode="{mode}" match="{names}" priority="1">'
        f'<xsl:apply-templates mode="{mode}" select="*"/></xsl:template>'
    )


def _wider(columns: str) -> str:
    """A mark for each further column of the grid that a cell runs over."""
    return f"<xsl:value-of select=\"substring('{WIDER * WIDEST}', 1, {columns} - 1)\"/>"


def _ticks() -> str:
    """Letters of symbol fonts that stand for a tick or a box."""
    return "".join(
        f'<xsl:template mode="text" match="w:sym[contains({codes!r}, @w:char)]">{sign}'
        "</xsl:template>"
        for sign, codes in TICKS.items()
    )


_STYLESHEET = f"""
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:w="{W}"
 xmlns:mc="{MC}">
<xsl:output method="text"/>
<xsl:template match="/">
 <xsl:choose>
  <xsl:when test="*/w:body"><xsl:apply-templates mode="body" select="*/w:body[1]/*"/></xsl:when>
  <xsl:when test="w:tbl"><xsl:apply-templates mode="body" select="w:tbl"/></xsl:when>
  <xsl:otherwise><xsl:apply-templates mode="body" select="*/*"/></xsl:otherwise>
 </xsl:choose>
</xsl:template>
<xsl:template mode="body" match="w:body/w:p">{
    LINE
}<xsl:apply-templates mode="text" select="*"/></xsl:template>
<xsl:template mode="body" match="w:tbl">{TABLE}<xsl:apply-templates mode="rows" select="*"/>
</xsl:template>
<xsl:template mode="rows" match="w:tr">{ROW}<xsl:if test="w:trPr/w:gridBefore/@w:val &gt; 0">{CELL}
{_wider("w:trPr/w:gridBefore/@w:val")}</xsl:if><xsl:apply-templates mode="cells" select="*"/>
</xsl:template>
<xsl:template mode="cells" match="w:tc">{CELL}<xsl:apply-templates mode="text" select="*"/>
</xsl:template>
<xsl:template mode="text" match="w:tcPr[*[2]]" priority="1">
 <xsl:if test="w:vMerge[not(@w:val='restart')]">{MERGED}</xsl:if>
 <xsl:if test="w:gridSpan/@w:val &gt; 1">{_wider("w:gridSpan/@w:val")}</xsl:if>
</xsl:template>
{_wrappers("body")}{_wrappers("rows")}{_wrappers("cells")}
<xsl:template mode="text" match="*"><xsl:apply-templates mode="text" select="*"/></xsl:template>
<xsl:template mode="text" match="w:t"><xsl:value-of select="."/></xsl:template>
<xsl:template mode="text" match="w:p">
 <xsl:text>&#10;</xsl:text><xsl:apply-templates mode="text" select="*"/>
</xsl:template>
<xsl:template mode="text" match="w:br|w:cr"><xsl:text>&#10;</xsl:text></xsl:template>
<xsl:template mode="text" match="w:tab|w:ptab"><xsl:text>&#9;</xsl:text></xsl:template>
<xsl:template mode="text" match="w:noBreakHyphen">-</xsl:template>
<xsl:template mode="text" match="{"|".join(UNTOLD)}"/>
{_ticks()}
</xsl:stylesheet>"""
_TRANSFORM = etree.XSLT(etree.XML(_STYLESHEET), access_control=etree.XSLTAccessControl.DENY_ALL)


def text_of(element: etree._Element) -> str:
    """The lines and tables of a document, or the one table, with their marks."""
    return str(_TRANSFORM(element))
