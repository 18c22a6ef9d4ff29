import type { ListShape } from '../form/rows.js';

export const authorityList: ListShape = {
  name: 'authority',
  fields: ['state', 'basis', 'type', 'number', 'expiresOn'],
  preset: { basis: 'license' },
  most: 60,
};

export const officeList: ListShape = {
  name: 'offices',
  fields: ['zip', 'city', 'state'],
  preset: {},
  most: 10,
};
