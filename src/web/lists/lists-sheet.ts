import { wear } from '../ui/wear.ts';
import css from './lists.css?inline';

wear(css);
