"""GOV.UK Design System forms: fields, form bases and layout that every app builds its pages from."""
