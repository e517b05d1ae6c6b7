import {
  Badge,
  Badges,
  Button,
  ButtonLink,
  Card,
  ClockBadge,
  Columns,
  Disclosure,
  EmptyState,
  Inline,
  KeyValues,
  Notice,
  PageHeading,
  Person,
  ProtectedBadge,
  SideMark,
  Stack,
  StatusBadge,
  TypedText,
  Icon,
  PrintButton,
} from '../index.js';
import { iconNames } from '../icons/icon.js';

/** Badges, buttons, boxes, messages. */
export function Marks(): JSX.Element {
  return (
    <Stack gap="wide">
      <PageHeading
        title="部品の見本"
        lead="この拠点で使う画面の部品を、実際に近い内容で並べています。"
        back={{ text: 'ホーム', href: '/' }}
        actions={
          <>
            <ButtonLink text="書き出し" href="/export" icon="download" />
            <PrintButton />
          </>
        }
      />
      <Card title="印と状態">
        <Inline>
          <SideMark side="municipal" />
          <SideMark side="national" />
          <SideMark side="jobseeker" />
          <Person name="例示 次郎" side="national" detail="ナビゲーター" />
        </Inline>
        <Inline>
          <StatusBadge label="相談受付" phase="before" />
          <StatusBadge label="支援中" phase="running" />
          <StatusBadge label="支援要請" phase="waiting" />
          <StatusBadge label="就職" phase="reached" />
          <StatusBadge label="終了" phase="ended" />
        </Inline>
        <Inline>
          <ClockBadge label="住宅手当" daysLeft={123} />
          <ClockBadge label="住宅手当" daysLeft={23} />
          <ClockBadge label="住宅手当" daysLeft={0} />
          <ClockBadge label="住宅手当" daysLeft={-3} />
          <ProtectedBadge />
          <ProtectedBadge until="令和9年3月31日" />
        </Inline>
        <Inline>
          <Badge text="区分" />
          <Badge text="情報" tone="info" />
          <Badge text="同意あり" tone="success" icon="consent" />
          <Badge text="共有の同意なし" tone="warning" icon="alert" />
          <Badge text="期限超過" tone="error" />
        </Inline>
        <Badges texts={['生活保護受給者', 'ひとり親', '日系外国人等']} />
        <Inline>
          {iconNames.map((name) => (
            <Icon name={name} size={24} />
          ))}
        </Inline>
      </Card>
      <Card title="ボタン" actions={<ButtonLink text="編集" href="/edit" size="small" />}>
        <Inline>
          <Button text="保存する" size="large" />
          <Button text="保存して次の人へ" variant="secondary" />
          <Button text="やめる" variant="text" />
          <Button text="終了する" variant="danger" />
          <Button text="小さい" size="small" context="架空 太郎" />
          <Button text="送信中" attrs={{ disabled: true }} />
        </Inline>
      </Card>
      <Columns>
        <Notice tone="info" title="前回から変わったこと" text="国側が紹介状を1通交付しました。" />
        <Notice tone="success" text="相談を保存しました。" live />
        <Notice tone="warn" title="支援要請はまだ出せません" text="情報共有の同意がありません。" />
        <Notice tone="error" title="保存できませんでした" text="通信が切れました。入力した内容は残っています。" live />
      </Columns>
      <Columns layout="aside">
        <Card title="本人のこと">
          <KeyValues
            items={[
              { term: '希望職種', text: '清掃、軽作業、調理補助' },
              {
                term: '住所',
                text: '例示市見本町1-2-3 とても長い名前の集合住宅コーポ例示ヴィラ見本の丘 第二期棟 1203号室',
              },
              { term: '免許', text: null },
              { term: '求職番号', text: '13010-00042', href: '/jobseekers/1', note: '令和8年5月1日 登録' },
              { term: '対象者区分', content: <Badges texts={['生活保護受給者', '中高年']} /> },
            ]}
          />
        </Card>
        <Stack>
          <Card title="要注意" level={3} tone="warning">
            <TypedText text={'電話は午前中のみ。\n勤務先には連絡しない。'} />
          </Card>
          <Card title="小さな事実" level={3}>
            <KeyValues
              dense
              items={[
                { term: '来所', text: 24 },
                { term: '紹介', text: 11 },
                { term: '内定', text: 0 },
              ]}
            />
          </Card>
        </Stack>
      </Columns>
      <Disclosure title="折りたたんだ内容" open>
        <p>見本の本文。</p>
      </Disclosure>
      <EmptyState
        text="期限を過ぎたものはありません"
        hint="次の期限は6月18日です。"
        action={{ text: '求職者を登録する', href: '/jobseekers/new' }}
      />
    </Stack>
  );
}
