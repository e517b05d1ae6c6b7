import type { CountedNumber, Figure } from '#indicators';

/** A figure without the identifiers that the reporting role never tells. */
export function numbersOnly(figure: Figure): Figure<CountedNumber> {
  const plain = ({ fact, value }: CountedNumber): CountedNumber => ({ fact, value });
  switch (figure.state) {
    case 'count':
      return { state: 'count', ...plain(figure) };
    case 'sum':
      return { ...figure, terms: figure.terms.map(plain) };
    case 'rate':
      return { ...figure, numerator: plain(figure.numerator), denominator: plain(figure.denominator) };
    default:
      return figure;
  }
}
