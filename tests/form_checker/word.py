"""A .docx as it will look: paragraphs, runs and tables with every property resolved through styles and defaults."""

import zipfile
from dataclasses import dataclass, field

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TWIPS_PER_MM = 1440 / 25.4


def q(name):
    return f"{{{W}}}{name}"


def value(element, name="val"):
    return None if element is None else element.get(q(name))


def millimetres(twips):
    return int(twips) / TWIPS_PER_MM


def is_on(element):
    """A switch: there and not switched off."""
    return element is not None and value(element) not in ("0", "false", "off", "none")


@dataclass
class Letters:
    font: str = "Times New Roman"
    size: float = 10
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    caps: bool = False
    colour: str = None


@dataclass
class Run:
    text: str
    letters: Letters
    is_page_number: bool = False
    is_link: bool = False


@dataclass
class Paragraph:
    runs: list
    align: str = "left"
    left: float = 0
    right: float = 0
    first_line: float = 0
    before: float = 0
    after: float = 0
    line: float = 1.0
    border: dict = None
    outline: int = None
    in_table: bool = False

    @property
    def text(self):
        said = "".join(run.text for run in self.runs if not run.is_page_number)
        return said

    @property
    def lines(self):
        return self.text.split("\n")

    @property
    def spoken(self):
        return [run for run in self.runs if run.text.strip() and not run.is_page_number]

    @property
    def is_rule(self):
        return self.border is not None and not self.text.strip()


@dataclass
class Cell:
    width: float
    paragraphs: list


@dataclass
class Table:
    rows: list
    has_borders: bool
    left: float


@dataclass
class Section:
    blocks: list = field(default_factory=list)
    properties: etree._Element = None
    header: list = field(default_factory=list)
    first_header: list = None
    footer: list = field(default_factory=list)


class Package:
    """The parts that the form speaks of."""

    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        self.styles = self.tree("word/styles.xml")
        self.document = self.tree("word/document.xml")
        relations = self.tree("word/_rels/document.xml.rels")
        self.targets = {relation.get("Id"): relation.get("Target") for relation in relations}
        self.by_id = {value(style, "styleId"): style for style in self.styles.iter(q("style"))}
        self.default_style = next(
            (name for name, style in self.by_id.items() if value(style, "type") == "paragraph" and value(style, "default") == "1"),
            None,
        )

    def tree(self, name):
        return etree.fromstring(self.zip.read(name))

    def chain(self, style):
        """A style and those that it is based on, the base first."""
        chain = []
        while style in self.by_id and self.by_id[style] not in chain:
            chain.insert(0, self.by_id[style])
            style = value(self.by_id[style].find(q("basedOn")))
        return chain

    def layers(self, paragraph, kind):
        """Property elements that hold for a paragraph, the strongest last: defaults, styles, its own."""
        defaults = self.styles.find(f"{q('docDefaults')}/{q(kind + 'Default')}/{q(kind)}")
        own = paragraph.find(q("pPr"))
        style = value(own.find(q("pStyle"))) if own is not None and own.find(q("pStyle")) is not None else self.default_style
        layers = [defaults] + [one.find(q(kind)) for one in self.chain(style)]
        if kind == "pPr":
            layers.append(own)
        return [layer for layer in layers if layer is not None]

    def letters(self, paragraph, run):
        layers = self.layers(paragraph, "rPr")
        own = run.find(q("rPr"))
        if own is not None:
            named = value(own.find(q("rStyle")))
            layers += [one.find(q("rPr")) for one in self.chain(named) if one.find(q("rPr")) is not None]
            layers.append(own)
        letters = Letters()
        for layer in layers:
            fonts = layer.find(q("rFonts"))
            if fonts is not None:
                letters.font = value(fonts, "ascii") or letters.font
                if value(fonts, "hAnsi") not in (None, letters.font):
                    letters.font = value(fonts, "hAnsi")
            for name, place in (("b", "bold"), ("i", "italic"), ("u", "underlined"), ("caps", "caps")):
                if layer.find(q(name)) is not None:
                    setattr(letters, place, is_on(layer.find(q(name))))
            if layer.find(q("sz")) is not None:
                letters.size = int(value(layer.find(q("sz")))) / 2
            if layer.find(q("color")) is not None:
                letters.colour = value(layer.find(q("color")))
        return letters

    def paragraph(self, element, in_table=False):
        paragraph = Paragraph(self.runs(element), in_table=in_table)
        for layer in self.layers(element, "pPr"):
            self.lay(paragraph, layer)
        return paragraph

    @staticmethod
    def lay(paragraph, layer):
        align = value(layer.find(q("jc")))
        paragraph.align = {"start": "left", "end": "right"}.get(align, align) or paragraph.align
        indent, spacing = layer.find(q("ind")), layer.find(q("spacing"))
        if indent is not None:
            for name, place, sign in (("left", "left", 1), ("start", "left", 1), ("right", "right", 1), ("firstLine", "first_line", 1), ("hanging", "first_line", -1)):
                if value(indent, name) is not None:
                    setattr(paragraph, place, sign * millimetres(value(indent, name)))
        if spacing is not None:
            for name in ("before", "after"):
                if value(spacing, name) is not None:
                    setattr(paragraph, name, int(value(spacing, name)) / 20)
            if value(spacing, "line") is not None and value(spacing, "lineRule") in (None, "auto"):
                paragraph.line = int(value(spacing, "line")) / 240
        border = layer.find(f"{q('pBdr')}/{q('bottom')}")
        if border is not None and is_on(border):
            paragraph.border = {name: value(border, name) for name in ("val", "sz", "color")}
        outline = value(layer.find(q("outlineLvl")))
        paragraph.outline = int(outline) if outline is not None else paragraph.outline

    def runs(self, element):
        runs, field_text, is_shown = [], "", True
        for run in element.iter(q("r")):
            letters = self.letters(element, run)
            mark = value(run.find(q("fldChar")), "fldCharType")
            if mark == "begin":
                field_text, is_shown = "", False
            field_text += "".join(one.text or "" for one in run.iter(q("instrText")))
            if mark == "end":
                is_shown = True
                if field_text.split()[:1] == ["PAGE"]:
                    runs.append(Run("#", letters, is_page_number=True))
            if is_shown and mark is None:
                is_link = run.getparent().tag == q("hyperlink")
                runs.append(Run("".join(map(said, run)), letters, is_link=is_link))
        return runs

    def table(self, element):
        properties = element.find(q("tblPr"))
        borders = properties.find(q("tblBorders"))
        has_borders = borders is not None and any(is_on(side) for side in borders)
        columns = [millimetres(value(column, "w")) for column in element.iter(q("gridCol"))]
        indent = properties.find(q("tblInd"))
        rows = []
        for row in element.findall(q("tr")):
            at, cells = 0, []
            for cell in row.findall(q("tc")):
                span = int(value(cell.find(f"{q('tcPr')}/{q('gridSpan')}")) or 1)
                paragraphs = [self.paragraph(one, in_table=True) for one in cell.findall(q("p"))]
                cells.append(Cell(sum(columns[at : at + span]), paragraphs))
                at += span
            rows.append(cells)
        return Table(rows, has_borders, millimetres(value(indent, "w")) if indent is not None else 0)

    def margin_part(self, properties, kind, which):
        for reference in properties.findall(q(kind + "Reference")):
            if value(reference, "type") == which:
                part = self.tree("word/" + self.targets[reference.get(f"{{{R}}}id")])
                return [self.paragraph(one) for one in part.iter(q("p"))]
        return None

    def sections(self):
        sections, current = [], Section()
        for element in self.document.find(q("body")):
            if element.tag == q("p"):
                current.blocks.append(self.paragraph(element))
                properties = element.find(f"{q('pPr')}/{q('sectPr')}")
            elif element.tag == q("tbl"):
                current.blocks.append(self.table(element))
                properties = None
            else:
                properties = element if element.tag == q("sectPr") else None
            if properties is not None:
                self.close(current, properties, sections[-1] if sections else None)
                sections.append(current)
                current = Section()
        return sections

    def close(self, section, properties, before):
        """A section that names no header has the one of the section before."""
        section.properties = properties
        section.header = self.margin_part(properties, "header", "default")
        if section.header is None:
            section.header = before.header if before else []
        section.footer = self.margin_part(properties, "footer", "default")
        if section.footer is None:
            section.footer = before.footer if before else []
        if is_on(properties.find(q("titlePg"))):
            section.first_header = self.margin_part(properties, "header", "first") or []


def said(element):
    if element.tag == q("t"):
        return element.text or ""
    if element.tag in (q("br"), q("cr")):
        return "\n"
    return "\t" if element.tag == q("tab") else ""
