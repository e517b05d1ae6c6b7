import { may } from '#access';
import { isProtected } from '#domain/jobseeker';
import { type IsoDate, formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import {
  Badges,
  Button,
  ButtonLink,
  Card,
  ComboboxOptions,
  Inline,
  Link,
  Notice,
  PageHeading,
  Person,
  ProtectedBadge,
  Stack,
  Table,
  TextField,
} from '#ui';
import { Html } from '../../../platform/http/index.js';
import { type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { SearchJobseekers } from '../../dto/search-jobseekers.dto.js';
import type { FoundPage, FoundPerson } from '../../search.repository.js';
import { ageText, fullKana, fullName, groupName } from '../person-words.js';

const words = ja.screens.jobseekers;

export interface ListView {
  readonly query: SearchJobseekers;
  readonly found: FoundPage;
  readonly today: IsoDate;
}

export function listPage(page: PageContext, { query, found, today }: ListView): Html {
  const q = query.q ?? '';
  const searched = q.trim() !== '';
  const register = may(page.actor, 'jobseeker.register') ? (
    <>
      <ButtonLink text={words.breakGlass} href="/broken-glass/new" variant="text" />
      <ButtonLink text={words.register} href="/jobseekers/new" icon="plus" variant="primary" />
    </>
  ) : null;
  const next =
    found.next === undefined ? undefined : `/jobseekers?${new URLSearchParams({ q, cursor: found.next }).toString()}`;
  const children = (
    <Stack>
      <PageHeading title={words.jobseeker} lead={words.searchLead} actions={register} />
      <form method="get" action="/jobseekers" class="form">
        <TextField name="q" label={words.search} marked={false} type="search" width="long" value={q} maxlength={100} />
        <Inline>
          <Button text={words.search} />
          {searched ? <ButtonLink text={words.clearSearch} href="/jobseekers" variant="text" /> : null}
        </Inline>
      </form>
      <Card title={searched ? fill(words.resultsFor, { query: q }) : words.recentlyChanged}>
        <PersonTable people={found.items} today={today} empty={searched ? words.nobodyFound : words.nobodyYet} />
        {next === undefined ? null : (
          <Inline end>
            <Link href={next} text={words.showMore} />
          </Inline>
        )}
      </Card>
      {searched && found.items.length === 0 ? <Notice tone="info" text={words.hiddenMayExist} /> : null}
    </Stack>
  );
  return renderPage(page, { title: words.jobseeker, width: 'wide', searchQuery: q, children });
}

function PersonTable({
  people,
  today,
  empty,
}: {
  people: readonly FoundPerson[];
  today: IsoDate;
  empty: string;
}): JSX.Element {
  return (
    <Table
      caption={words.list}
      captionHidden
      walkable
      phone="cards"
      rows={people}
      empty={empty}
      columns={[
        {
          header: words.name,
          rowHeader: true,
          cell: (person: FoundPerson) => <NameCell person={person} today={today} />,
        },
        { header: words.age, width: 'narrow', text: (person: FoundPerson) => ageText(person, today) },
        {
          header: words.birthDate,
          width: 'narrow',
          text: ({ birthDate }: FoundPerson) => birthDate && formatWareki(birthDate),
        },
        { header: words.targetGroups, cell: ({ groups }: FoundPerson) => <Badges texts={groups.map(groupName)} /> },
        { header: words.number, width: 'narrow', text: ({ number }: FoundPerson) => number },
        {
          header: words.registeredBy,
          cell: ({ organisationName, side }: FoundPerson) => <Person name={organisationName} side={side} />,
        },
      ]}
    />
  );
}

function NameCell({ person, today }: { person: FoundPerson; today: IsoDate }): JSX.Element {
  return (
    <>
      <Link href={`/jobseekers/${person.id}`} text={fullName(person)} />
      <br />
      <span class="muted" safe>{`${fullKana(person)} `}</span>
      {isProtected(person.protectedUntil, today) ? <ProtectedBadge /> : null}
    </>
  );
}

/** The fragment that fills the list of a combobox. */
export function suggestions(people: readonly FoundPerson[], today: IsoDate): Html {
  const options = people.map((person) => ({
    value: person.id,
    label: fullName(person),
    kana: fullKana(person),
    detail: [ageText(person, today), person.number].filter(Boolean).join('　'),
  }));
  return new Html(String(<ComboboxOptions options={options} />));
}
