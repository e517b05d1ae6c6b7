import { type FieldError, isKana } from '#kernel';
import { required } from '#domain/fields';

/** 事業所 as filled in. */
export interface EmployerDraft {
  /** 事業所名. */
  readonly name: string;
  /** 事業所名のフリガナ, by which it is found. */
  readonly nameKana: string;
  readonly phone: string | null;
}

const PHONE = /^[0-9][0-9()-]{4,19}$/;

export function employerProblems({ name, nameKana, phone }: EmployerDraft): FieldError[] {
  return [
    ...required('name', name),
    ...required('nameKana', nameKana),
    ...(nameKana.trim() === '' || isKana(nameKana) ? [] : [{ field: 'nameKana', code: 'not_kana' }]),
    ...(phone === null || PHONE.test(phone.normalize('NFKC')) ? [] : [{ field: 'phone', code: 'not_a_phone_number' }]),
  ];
}
