import { textOf } from './pages.js';

type ControlKind = 'hidden' | 'text' | 'box' | 'choice' | 'date';

/** A field of a form as a browser would send it. */
export interface Control {
  readonly name: string;
  readonly kind: ControlKind;
  /** What is in it as the page comes; for boxes and chips those that are ticked. */
  readonly values: readonly string[];
  /** What can be chosen. */
  readonly options: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
}

export interface PageForm {
  readonly action: string;
  readonly controls: readonly Control[];
}

const ATTRIBUTES = '((?:"[^"]*"|[^>"])*)';
const DATE_PART = /_(era|year|month|day)$/;

/** Every form of a page that writes, with its fields; once more for each button that sends it elsewhere. */
export function writingForms(html: string): PageForm[] {
  const forms = [...html.matchAll(new RegExp(`<form\\b${ATTRIBUTES}>([\\s\\S]*?)</form>`, 'g'))];
  return forms.flatMap(([, attributes = '', content = '']): PageForm[] => {
    const { method, action = '' } = attributesOf(attributes);
    if (method !== 'post') return [];
    const elsewhere = [...content.matchAll(/ formaction="([^"]*)"/g)].map(([, other = '']) => textOf(other));
    return [action, ...elsewhere].map((to) => ({ action: to, controls: controlsOf(content) }));
  });
}

function controlsOf(content: string): Control[] {
  const found = content.matchAll(
    new RegExp(`<input\\b${ATTRIBUTES}>|<(textarea|select)\\b${ATTRIBUTES}>([\\s\\S]*?)</\\2>`, 'g'),
  );
  const byName = new Map<string, Control>();
  for (const [, ofInput = '', tag = 'input', ofOther = '', inner = ''] of found) {
    for (const control of controlOf(tag, attributesOf(tag === 'input' ? ofInput : ofOther), inner)) {
      const known = byName.get(control.name);
      byName.set(
        control.name,
        known
          ? { ...known, values: [...known.values, ...control.values], options: [...known.options, ...control.options] }
          : control,
      );
    }
  }
  return [...byName.values()];
}

function controlOf(tag: string, attributes: Record<string, string>, inner: string): Control[] {
  const { name = '', type = 'text', value = '' } = attributes;
  if (name === '' || type === 'submit' || 'disabled' in attributes) return [];
  const control = (kind: ControlKind, values: string[], options: string[] = []): Control[] => [
    { name, kind: DATE_PART.test(name) ? 'date' : kind, values, options, attributes },
  ];
  if (tag === 'textarea') return control('text', [textOf(inner).replace(/^\n/, '')]);
  if (tag === 'select') {
    const options = [...inner.matchAll(new RegExp(`<option\\b${ATTRIBUTES}>`, 'g'))].map(([, own = '']) =>
      attributesOf(own),
    );
    const chosen = options.find((option) => 'selected' in option) ?? options[0];
    return control(
      'choice',
      [chosen?.['value'] ?? ''],
      options.map((option) => option['value'] ?? ''),
    );
  }
  if (type === 'checkbox' || type === 'radio')
    return control(type === 'radio' ? 'choice' : 'box', 'checked' in attributes ? [value] : [], [value]);
  return control(type === 'hidden' ? 'hidden' : 'text', [value]);
}

function attributesOf(markup: string): Record<string, string> {
  return Object.fromEntries(
    [...markup.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, textOf(value)]),
  );
}
