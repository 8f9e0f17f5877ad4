import { wear } from '../ui/wear.ts';
import css from './person-card.css?inline';

wear(css);
