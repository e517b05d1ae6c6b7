/**
 * 共有の区分: what a person agrees to share, and what every record about them belongs to. 基本情報 (name, kana, birth date, number), 連絡先,
 * 生活状況・世帯, 健康・障害, 給付, 相談, プラン (case, team, requests), 紹介・就職.
 */
export const SHARING_CATEGORIES = [
  'identity',
  'contact',
  'circumstances',
  'health',
  'benefits',
  'consultations',
  'plan',
  'referrals',
] as const;
export type SharingCategory = (typeof SHARING_CATEGORIES)[number];

/** What the form begins with where nothing else is said: whoever works together needs these; 生活状況, 健康 and 給付 are asked for one by one. */
export const USUAL_CATEGORIES: readonly SharingCategory[] = [
  'identity',
  'contact',
  'consultations',
  'plan',
  'referrals',
];

/**
 * The categories of a consent: in their order, each once, and always the identity, for nothing is shared of somebody without a name. Of nothing
 * chosen nothing follows.
 */
export function categoriesShared(chosen: readonly SharingCategory[]): SharingCategory[] {
  if (chosen.length === 0) return [];
  return SHARING_CATEGORIES.filter((category) => category === 'identity' || chosen.includes(category));
}

/**
 * What the form of a consent begins with: what the programme usually asks for, or what every programme does. It is a proposal; agreed to is what the person is
 * asked and says.
 */
export const categoriesProposed = (ofProgramme: readonly SharingCategory[]): readonly SharingCategory[] =>
  ofProgramme.length === 0 ? USUAL_CATEGORIES : categoriesShared(ofProgramme);
