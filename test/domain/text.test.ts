import { expect } from 'chai';
import fc from 'fast-check';
import { fold, line, paragraphs } from '../../src/domain/text.js';

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());
/** UTF-16 units, so that surrogates stand alone more often than in pairs. */
const broken = fc
  .array(fc.oneof(fc.integer({ min: 0xd7f0, max: 0xe00f }), fc.integer({ min: 0, max: 0x2070 })))
  .map((units) => String.fromCharCode(...units));

describe('typed text', () => {
  it('is trimmed, and its blanks are folded, in one line', () => {
    expect(line(40).parse('  Ana\t \u00A0Ruiz \r\n')).to.equal('Ana Ruiz');
  });

  it('keeps several lines, with one kind of line end', () => {
    expect(paragraphs(40).parse('\r\n one\r\n\rtwo \n')).to.equal('one\n\ntwo');
  });

  it('loses lone surrogates, which no store and no page can hold', () => {
    expect(line(40).parse('a\uD800b')).to.equal('a\uFFFDb');
    expect(paragraphs(40).parse('\uDC00')).to.equal('\uFFFD');
    expect(line(40).parse('𝔘')).to.equal('𝔘');
  });

  it('loses invisible characters and marks that turn the direction, and keeps the joiners of emoji', () => {
    expect(line(40).parse('Ana\u0000 \u202EziuR\u202C\u200B')).to.equal('Ana ziuR');
    expect(line(40).parse('👩🏽‍⚕️')).to.equal('👩🏽‍⚕️');
    expect(line(40).safeParse('\u200B \u0007').success).to.equal(false);
  });

  it('is measured after it was cleaned', () => {
    expect(line(3).parse(`  abc${' '.repeat(50)}`)).to.equal('abc');
    expect(line(3).safeParse('abcd').error?.issues[0]?.message).to.equal('Use at most 3 characters.');
  });

  it('is refused, and not converted, if it is not text', () => {
    for (const value of [null, undefined, 7, ['a'], { toString: () => 'a' }])
      expect(line(40).safeParse(value).error?.issues[0]?.message).to.equal('Write something here.');
  });

  it('does not change when it is cleaned again, well formed and within its length', () => {
    for (const rule of [line, paragraphs])
      fc.assert(
        fc.property(fc.oneof(anyText, broken), (text) => {
          const first = rule(50).safeParse(text);
          if (!first.success) return;
          expect(rule(50).parse(first.data)).to.equal(first.data);
          expect(String(first.data).isWellFormed()).to.equal(true);
          expect(first.data).to.have.length.within(1, 50);
        }),
      );
  });
});

describe('folded text', () => {
  it('has neither capitals nor accents', () => {
    expect(fold('José ÁLVAREZ-Ñandú')).to.equal('jose alvarez-nandu');
    expect(fold('e\u0301')).to.equal(fold('\u00E9'));
    expect(fold('İzmir')).to.equal('izmir');
  });

  it('stays as it is when folded again', () => {
    fc.assert(fc.property(fc.oneof(anyText, broken), (text) => fold(fold(text)) === fold(text)));
  });
});
