/**
 * Walks a YAML document by path and collects defects instead of stopping at the first, each with its line. Knows nothing
 * of plans; `parse-yearly-plan.ts` says what the file must hold.
 */
import { isRecordDay, isRecordYear, RECORD_YEARS, type IsoDate } from '#kernel';
import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Document,
  type LineCounter,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import type { PlanError } from '../yearly-plan.js';

/** Collects the defects of one document. */
export class Defects {
  readonly found: PlanError[] = [];
  private readonly known = new Set<string>();

  constructor(private readonly lines: LineCounter) {}

  /** Reading a place twice reports its defect once. */
  report(code: string, path: string, node: Node | null): void {
    const place = `${code} ${path}`;
    if (this.known.has(place)) return;
    this.known.add(place);
    const offset = node?.range?.[0];
    this.found.push({ path, code, line: offset === undefined ? null : this.lines.linePos(offset).line });
  }
}

/** One place in the document. Reading something that is not there or of the wrong shape reports it and gives a stand-in. */
export class Place {
  /** The fields of this place by name; made when the first is asked for. */
  private fields: ReadonlyMap<unknown, Pair<Node, Node | null>> | undefined;

  constructor(
    private readonly node: Node | null,
    readonly path: string,
    private readonly defects: Defects,
    /** What a reader is pointed to: the field's name, the element, or what encloses something missing. */
    private readonly pointer: Node | null,
  ) {}

  static root(document: Document, defects: Defects): Place {
    const contents = isNode(document.contents) ? document.contents : null;
    return new Place(contents, '', defects, contents);
  }

  get exists(): boolean {
    return this.node !== null && !(isScalar(this.node) && this.node.value === null);
  }

  fail(code: string): void {
    this.defects.report(code, this.path, this.pointer);
  }

  /** The field of a map. */
  at(key: string): Place {
    this.fields ??= new Map(this.pairs().map((each) => [isScalar(each.key) ? each.key.value : undefined, each]));
    const pair = this.fields.get(key);
    return new Place(
      pair?.value ?? null,
      this.path === '' ? key : `${this.path}.${key}`,
      this.defects,
      pair?.key ?? this.pointer,
    );
  }

  /** Reports fields the format does not know: a misspelt field must not be ignored silently. */
  onlyFields(known: readonly string[]): void {
    if (!isMap(this.node)) {
      this.fail(this.exists ? 'not_a_map' : 'missing');
      return;
    }
    for (const key of this.keys()) if (!known.includes(key)) this.at(key).fail('unknown_field');
  }

  keys(): string[] {
    return this.pairs().map(({ key }) => String(isScalar(key) ? key.value : key));
  }

  /** Elements of a list; a list that is left out is empty. */
  list<T>(read: (element: Place) => T): T[] {
    if (!this.exists) return [];
    if (!isSeq(this.node)) {
      this.fail('not_a_list');
      return [];
    }
    return this.node.items.map((item, index) => {
      const element = isNode(item) ? item : null;
      return read(new Place(element, `${this.path}[${index}]`, this.defects, element ?? this.pointer));
    });
  }

  /** One text or more. */
  texts(): string[] {
    const texts = this.list((element) => element.text());
    if (texts.length === 0) this.fail(this.exists ? 'empty_list' : 'missing');
    return texts;
  }

  text(): string {
    const value = this.optionalText();
    if (value === undefined && !this.exists) this.fail('missing');
    return value ?? '';
  }

  optionalText(): string | undefined {
    if (!this.exists) return undefined;
    const value = this.scalar();
    if (typeof value === 'string' && value.trim() !== '') return value;
    this.fail(value === '' || typeof value === 'string' ? 'missing' : 'not_text');
    return undefined;
  }

  /** Zero or more. */
  number(): number {
    const value = this.scalar();
    if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
    this.fail(this.exists ? 'not_a_number' : 'missing');
    return 0;
  }

  wholeNumber(atLeast: number): number {
    const value = this.scalar();
    if (typeof value === 'number' && Number.isInteger(value) && value >= atLeast) return value;
    this.fail(this.exists ? 'not_a_number' : 'missing');
    return atLeast;
  }

  /** A year that a record may name; an early one stands in for a wrong one. */
  year(): number {
    const value = this.scalar();
    if (isRecordYear(value)) return value;
    this.fail(this.exists ? 'not_a_number' : 'missing');
    return RECORD_YEARS.first;
  }

  truth(): boolean {
    const value = this.scalar();
    if (typeof value === 'boolean') return value;
    this.fail('not_true_or_false');
    return false;
  }

  date(): IsoDate {
    const value = this.text();
    if (value !== '' && !isRecordDay(value)) this.fail('not_a_date');
    return value;
  }

  /** One of the given codes; the first of them stands in for a wrong one. */
  oneOf<Code extends string>(codes: readonly Code[]): Code {
    const value = this.text();
    const found = codes.find((code) => code === value);
    if (found !== undefined) return found;
    if (value !== '') this.fail('unknown_code');
    return codes[0] as Code;
  }

  /** @param codes those allowed; undefined allows any */
  knownCode(codes: readonly string[] | undefined): string {
    const code = this.text();
    if (code !== '' && codes && !codes.includes(code)) this.fail('unknown_code');
    return code;
  }

  /** The text if there is one, without reporting anything. */
  peek(): string {
    const value = this.scalar();
    return typeof value === 'string' ? value : '';
  }

  /** Reports every code of these elements that an earlier one has already. */
  static uniqueCodes(elements: readonly Place[]): void {
    const seen = new Set<string>();
    for (const code of elements.map((element) => element.at('code'))) {
      if (code.peek() !== '' && seen.has(code.peek())) code.fail('code_used_twice');
      seen.add(code.peek());
    }
  }

  private pairs(): Pair<Node, Node | null>[] {
    return isMap(this.node) ? (this.node as YAMLMap<Node, Node | null>).items : [];
  }

  private scalar(): unknown {
    return isScalar(this.node) ? this.node.value : undefined;
  }
}
