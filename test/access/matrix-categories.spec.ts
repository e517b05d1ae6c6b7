import { describeMatrix } from './support/matrix.js';

describeMatrix('categories');
