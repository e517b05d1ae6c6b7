import { BarePage, Button, Card, Form, Page, TextField } from '../index.js';
import { Cases } from './cases.js';
import { Charts } from './charts.js';
import { Forms } from './forms.js';
import { Lists } from './lists.js';
import { Marks } from './marks.js';
import { actor, nav } from './samples.js';

const frame = { actor, nav, csrfToken: 'token' };

/**
 * Every component in realistic states, one document per family: looked at by people, checked by the specs.
 *
 * @returns whole HTML documents by name
 */
export function galleryPages(): Record<string, JSX.Element> {
  return {
    marks: (
      <Page {...frame} title="部品" flash={{ tone: 'success', text: '架空 太郎さんの相談を保存しました。' }}>
        <Marks />
      </Page>
    ),
    forms: (
      <Page {...frame} title="入力" width="reading">
        <h1>入力</h1>
        <Forms />
      </Page>
    ),
    lists: (
      <Page
        {...frame}
        title="一覧"
        width="wide"
        searchQuery="カクウ"
        actor={{ ...actor, side: 'national', organisationName: '例示公共職業安定所' }}
      >
        <h1>一覧</h1>
        <Lists />
      </Page>
    ),
    cases: (
      <Page {...frame} title="支援ケース">
        <Cases />
      </Page>
    ),
    charts: (
      <Page {...frame} title="月次" canLogConsultation={false}>
        <h1>令和8年6月</h1>
        <h2>指標</h2>
        <Charts />
      </Page>
    ),
    signIn: (
      <BarePage
        title="サインイン"
        csrfToken="token"
        flash={{ tone: 'error', text: '職員番号かパスワードが違います。' }}
      >
        <Card>
          <h1>サインイン</h1>
          <Form action="/sign-in" csrfToken="token">
            <TextField name="login" label="職員番号" required width="full" autocomplete="username" marked={false} />
            <TextField
              name="password"
              label="パスワード"
              type="password"
              required
              width="full"
              autocomplete="current-password"
              marked={false}
            />
            <Button text="サインイン" size="large" />
          </Form>
        </Card>
      </BarePage>
    ),
  };
}
