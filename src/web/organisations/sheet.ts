import { wear } from '../ui/wear.ts';
import css from './organisations.css?inline';

wear(css);
