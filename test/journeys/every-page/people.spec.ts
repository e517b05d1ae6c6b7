import { describePages } from '../../support/sound-pages.js';

describePages('people');
