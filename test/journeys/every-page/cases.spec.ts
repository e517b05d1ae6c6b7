import { describePages } from '../../support/sound-pages.js';

describePages('cases');
