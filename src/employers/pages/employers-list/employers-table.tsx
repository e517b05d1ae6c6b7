import { fill, ja } from '#messages';
import { Table } from '#ui';
import type { EmployerLine } from '../../employers.repository.js';

const words = ja.screens.employers;

export interface EmployersTableProps {
  readonly items: readonly EmployerLine[];
  /** Where an employer's name leads. */
  readonly hrefOf: (employerId: string) => string;
}

/** 事業所 to look at or to choose from. */
export function EmployersTable({ items, hrefOf }: EmployersTableProps): JSX.Element {
  return (
    <Table
      caption={words.employersList}
      captionHidden
      rows={items}
      empty={words.noneFound}
      phone="cards"
      walkable
      columns={[
        {
          header: words.employerName,
          rowHeader: true,
          text: ({ name }: EmployerLine) => name,
          href: ({ id }: EmployerLine) => hrefOf(id),
        },
        { header: words.kana, text: ({ nameKana }: EmployerLine) => nameKana },
        { header: words.industry, text: ({ industry }: EmployerLine) => industry },
        { header: words.address, text: ({ address }: EmployerLine) => address },
        { header: words.openOrders, align: 'end', text: openOrdersInWords },
      ]}
    />
  );
}

/** 件 and 人: one order can ask for several persons. */
function openOrdersInWords({ openOrders, openPositions }: EmployerLine): string {
  return openOrders === 0
    ? words.noOrder
    : fill(words.ordersAndPositions, { orders: openOrders, positions: openPositions });
}
