import type { TestApplication } from '../application.js';

export interface ConsultationArrangement {
  readonly jobseekerId: string;
  readonly heldOn?: string;
  readonly kind?: string;
  readonly channel?: string;
  readonly outcomes?: string[];
  readonly supportCaseId?: string | null;
  readonly participantIds?: string[];
  readonly sharedText?: string;
  readonly ownNote?: string;
  readonly nextActions?: {
    readonly title: string;
    readonly dueOn: string;
    readonly ownerSide: string;
    readonly ownerStaffId?: string;
  }[];
}

/** The body of a consultation at the desk about work, today, unless said otherwise. */
export function consultationBody(t: TestApplication, said: ConsultationArrangement): object {
  return {
    heldOn: t.clock.today(),
    kind: 'vocational',
    channel: 'desk',
    sharedText: '求人を一緒に確認した。',
    ...said,
  };
}

/** `login` consulted with the person and logged it. Answers the id of the record. */
export async function aConsultation(t: TestApplication, login: string, said: ConsultationArrangement): Promise<string> {
  const { status, body } = await (await t.as(login)).post('/consultations', consultationBody(t, said));
  if (status !== 201) throw new Error(`${login} could not log a consultation: ${JSON.stringify(body)}`);
  return body.id;
}

/** Staff id of a login. */
export async function staffIdOf(t: TestApplication, login: string): Promise<string> {
  const [row]: { id: string }[] = await t.owner.query('SELECT id FROM staff WHERE login = $1', [login]);
  if (!row) throw new Error(`nobody signs in as ${login}`);
  return row.id;
}
