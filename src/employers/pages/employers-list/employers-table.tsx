import { Table } from '#ui';
import type { EmployerLine } from '../../employers.repository.js';

export interface EmployersTableProps {
  readonly items: readonly EmployerLine[];
  /** Where an employer's name leads. */
  readonly hrefOf: (employerId: string) => string;
}

/** 事業所 to look at or to choose from. */
export function EmployersTable({ items, hrefOf }: EmployersTableProps): JSX.Element {
  return (
    <Table
      caption="事業所の一覧"
      captionHidden
      rows={items}
      empty="該当する事業所はありません。"
      phone="cards"
      walkable
      columns={[
        {
          header: '事業所名',
          rowHeader: true,
          text: ({ name }: EmployerLine) => name,
          href: ({ id }: EmployerLine) => hrefOf(id),
        },
        { header: 'フリガナ', text: ({ nameKana }: EmployerLine) => nameKana },
        { header: '産業', text: ({ industry }: EmployerLine) => industry },
        { header: '所在地', text: ({ address }: EmployerLine) => address },
        { header: '有効中の求人', align: 'end', text: openOrdersInWords },
      ]}
    />
  );
}

/** 件 and 人: one order can ask for several persons. */
function openOrdersInWords({ openOrders, openPositions }: EmployerLine): string {
  return openOrders === 0 ? '0件' : `${openOrders}件（${openPositions}人）`;
}
