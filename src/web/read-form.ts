import express, { type RequestHandler } from 'express';
import { FormTooLong, NotAForm } from './errors.js';

/** Far above the longest profile that can be typed. */
const MOST = '512kb';
const MOST_FIELDS = 5000;

const readText = express.text({ type: 'application/x-www-form-urlencoded', limit: MOST });

/**
 * Reads what a form sent into `response.locals.form`, field by field as it was typed: the routes' own schemas parse it. A body that is
 * too long or not a form becomes an error with status 413 or 415.
 */
export const readForm: RequestHandler = (request, response, next) => {
  if (!request.is('application/x-www-form-urlencoded')) return next(new NotAForm('not a form'));
  readText(request, response, (error?: unknown) => {
    if (error) return next(error);
    const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
    if (form.size > MOST_FIELDS) return next(new FormTooLong('too many fields'));
    response.locals.form = form;
    next();
  });
};
