import { isFilled, type Slot } from '../text/types.js';

type HeadingLevel = 2 | 3 | 4;

/** A heading of the level the page needs. */
export function Heading({
  level,
  text,
  id,
}: {
  level: HeadingLevel;
  text: string;
  id?: string | undefined;
}): JSX.Element {
  return (
    <tag of={`h${level}`} id={id} class={`heading-${level}`} safe>
      {text}
    </tag>
  );
}

export interface CardProps {
  title?: string | undefined;
  level?: HeadingLevel | undefined;
  id?: string | undefined;
  /** Buttons or links at the right of the title. */
  actions?: Slot;
  /** A coloured edge for a card that asks for attention. */
  tone?: 'plain' | 'info' | 'warning' | 'error' | 'success' | undefined;
  children?: Slot;
}

/** A titled block of a page. */
export function Card({ title, level = 2, id, actions, tone = 'plain', children }: CardProps): JSX.Element {
  return (
    <section class={`card card-${tone}`} id={id}>
      {title === undefined && !isFilled(actions) ? null : (
        <div class="card-head">
          {title === undefined ? null : <Heading level={level} text={title} />}
          {isFilled(actions) ? <div class="card-actions">{actions}</div> : null}
        </div>
      )}
      {children}
    </section>
  );
}

/** Children below each other with an even distance. */
export function Stack({
  gap = 'normal',
  children,
}: {
  gap?: 'tight' | 'normal' | 'wide';
  children?: Slot;
}): JSX.Element {
  return <div class={`stack stack-${gap}`}>{children}</div>;
}

/** Children beside each other, wrapping where the width ends. */
export function Inline({ children, end = false }: { children?: Slot; end?: boolean }): JSX.Element {
  return <div class={end ? 'row row-end' : 'row'}>{children}</div>;
}

export interface ColumnsProps {
  /** `even` columns, `aside`: a wide main column and a narrow one, `tiles`: as many equal tiles as fit. */
  layout?: 'even' | 'aside' | 'tiles';
  children?: Slot;
}

/** Columns that fall below each other on a narrow screen. */
export function Columns({ layout = 'even', children }: ColumnsProps): JSX.Element {
  return <div class={`columns columns-${layout}`}>{children}</div>;
}

/** Something folded away under its title; opens without script. */
export function Disclosure({ title, open, children }: { title: string; open?: boolean; children?: Slot }): JSX.Element {
  return (
    <details class="disclosure" open={open}>
      <summary>
        <span safe>{title}</span>
      </summary>
      <div class="disclosure-body">{children}</div>
    </details>
  );
}

/** Running text with its line breaks as typed. */
export function TypedText({ text }: { text: string }): JSX.Element {
  return (
    <p class="typed-text" safe>
      {text}
    </p>
  );
}
