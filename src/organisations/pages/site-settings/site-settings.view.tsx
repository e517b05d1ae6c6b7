import { PLAN_COUNTS_WHEN } from '#domain/support-plan';
import { ja } from '#messages';
import { DateBoxes, NumberField, RadioChips, TextArea, TextField } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import type { FormState, PageContext } from '../../../platform/pages/index.js';
import type { SiteFile } from '../../site-file.repository.js';
import { PROTECTION_LIFT_BY } from '../../dto/site.dto.js';
import { siteFormPage } from '../form-page.js';

const words = ja.screens.organisations;

interface View {
  readonly site: SiteFile;
  readonly form: FormState;
}

const liftBy = PROTECTION_LIFT_BY.map((value) => ({ value, label: ja.organisation.protectionLiftBy[value] }));
const countingMoments = PLAN_COUNTS_WHEN.map((value) => ({ value, label: ja.organisation.planCountsWhen[value] }));

export function settingsPage(page: PageContext, { site, form }: View): Html {
  const fields = (
    <>
      <TextField
        name="name"
        label={words.siteName}
        required
        width="long"
        value={form.value('name')}
        error={form.error('name')}
      />
      <DateBoxes
        name="openedOn"
        label={words.startedOn}
        required
        support={words.startedOnSupport}
        value={form.date('openedOn')}
        error={form.error('openedOn')}
      />
      <RadioChips
        name="planCountsWhen"
        label={words.planCounting}
        required
        options={countingMoments}
        value={form.value('planCountsWhen')}
        error={form.error('planCountsWhen')}
      />
      <NumberField
        name="consultationEditableMinutes"
        label={words.editWindow}
        required
        unit={words.minutesUnit}
        support={words.editWindowSupport}
        value={form.value('consultationEditableMinutes')}
        error={form.error('consultationEditableMinutes')}
      />
      <NumberField
        name="stalledAfterDays"
        label={words.noContactAfter}
        required
        unit={words.daysUnit}
        value={form.value('stalledAfterDays')}
        error={form.error('stalledAfterDays')}
      />
      <NumberField
        name="smallNumberLimit"
        label={words.smallNumberLimit}
        required
        unit={words.recordsUnit}
        support={words.smallNumberSupport}
        value={form.value('smallNumberLimit')}
        error={form.error('smallNumberLimit')}
      />
      <NumberField
        name="glassMinutes"
        label={words.glassMinutes}
        required
        unit={words.minutesUnit}
        value={form.value('glassMinutes')}
        error={form.error('glassMinutes')}
      />
      <RadioChips
        name="protectionLiftBy"
        label={words.protectionLiftBy}
        required
        options={liftBy}
        value={form.value('protectionLiftBy')}
        error={form.error('protectionLiftBy')}
      />
      <NumberField
        name="guardianAgeParticipation"
        label={words.guardianAgeParticipation}
        required
        unit={words.yearsUnit}
        value={form.value('guardianAgeParticipation')}
        error={form.error('guardianAgeParticipation')}
      />
      <NumberField
        name="guardianAgeSharing"
        label={words.guardianAgeSharing}
        required
        unit={words.yearsUnit}
        support={words.guardianAgeSupport}
        value={form.value('guardianAgeSharing')}
        error={form.error('guardianAgeSharing')}
      />
    </>
  );
  return siteFormPage(page, {
    title: words.editSiteAndSettings,
    action: '/site',
    form,
    version: site.version,
    fields,
  });
}

export function councilPage(page: PageContext, { site, form }: View): Html {
  const fields = (
    <>
      <TextField
        name="name"
        label={words.name}
        required
        width="long"
        value={form.value('name')}
        error={form.error('name')}
      />
      <TextField
        name="chair"
        label={words.chairWithTitle}
        width="long"
        value={form.value('chair')}
        error={form.error('chair')}
      />
      <TextField
        name="meets"
        label={words.meets}
        support={words.meetsSupport}
        value={form.value('meets')}
        error={form.error('meets')}
      />
      <TextArea
        name="members"
        label={words.members}
        support={words.membersSupport}
        value={form.value('members')}
        error={form.error('members')}
      />
    </>
  );
  return siteFormPage(page, {
    title: words.council,
    action: '/site/council',
    form,
    version: site.council?.version ?? 0,
    fields,
  });
}
