import { wear } from '../ui/wear.ts';
import css from './change-person.css?inline';

wear(css);
